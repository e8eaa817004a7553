namespace CoLearn.Shell;

/// <summary>The command cannot go on; the message is one sentence for the user.</summary>
internal sealed class MistakeException(string sentence, int exitCode) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;
}
