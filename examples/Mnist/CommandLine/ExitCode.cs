namespace CoLearn.Examples.Mnist;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The run began and could not go on.</summary>
    public const int Failed = 1;

    /// <summary>The command line, the settings, or the data that they name, cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C, as shells say it.</summary>
    public const int Cancelled = 130;
}
