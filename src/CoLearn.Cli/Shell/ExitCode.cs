namespace CoLearn.Shell;

/// <summary>What the command ends with; scripts rely on it.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Something does not agree.</summary>
    public const int Disagreement = 1;

    /// <summary>The command line or the file that it names cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>The cluster cannot be reached.</summary>
    public const int Unreachable = 3;

    /// <summary>Ctrl-C, as shells say it.</summary>
    public const int Cancelled = 130;
}
