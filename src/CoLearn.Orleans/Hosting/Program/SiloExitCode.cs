namespace CoLearn.Hosting;

/// <summary>What the program ends with; scripts and supervisors rely on it.</summary>
internal static class SiloExitCode
{
    public const int Success = 0;

    /// <summary>The silo cannot start, or something that was checked does not hold.</summary>
    public const int Failed = 1;

    /// <summary>The configuration or the arguments cannot be used.</summary>
    public const int Configuration = 2;

    /// <summary>The cluster cannot be reached.</summary>
    public const int Unreachable = 3;
}
