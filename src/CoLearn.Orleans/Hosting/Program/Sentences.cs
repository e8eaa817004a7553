namespace CoLearn.Hosting;

/// <summary>What others say is often more than one sentence, and seldom ends with a full stop.</summary>
internal static class Sentences
{
    public static string First(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? line : line[..end]).TrimEnd('.') + ".";
    }
}
