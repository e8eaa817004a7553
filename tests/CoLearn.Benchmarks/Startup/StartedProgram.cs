namespace CoLearn.Benchmarks.Startup;

/// <summary>The programs that are timed from their start.</summary>
internal enum StartedProgram
{
    /// <summary>A collective in one process.</summary>
    Collective,

    /// <summary>The same training and evaluations with TorchSharp alone.</summary>
    Plain,

    /// <summary>A silo with nothing on it.</summary>
    Silo,
}
