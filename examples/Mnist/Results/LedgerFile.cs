namespace CoLearn.Examples.Mnist;

/// <summary>The record of a collective's rounds as a file that <c>colearn ledger verify</c> checks.</summary>
internal static class LedgerFile
{
    public static async Task WriteAsync(string path, Collective collective)
    {
        using var content = new MemoryStream();
        // Also of a run that was cancelled.
        await collective.ExportAsync(content, CancellationToken.None);
        WholeFile.Write(path, content.ToArray());
    }
}
