namespace CoLearn;

/// <summary>The command as a user has it: a local tool, installed from a folder.</summary>
[Collection(SeparateSolutionFixture.Name)]
public sealed class ToolTests(SeparateSolution solution)
{
    [Fact]
    public async Task Tool_InstalledFromAFolder_ChecksALedgerOfTheSeparateSolution()
    {
        (await solution.RunAsync("MeansHost")).Succeeded();
        var ledger = Directory.EnumerateFiles(solution.Path("solution", "MeansHost", "bin"), "mean.jsonl", SearchOption.AllDirectories).Single();
        (await solution.ToolAsync("new", "tool-manifest")).Succeeded();
        (await solution.ToolAsync("tool", "install", "CoLearn.Cli", "--version", solution.PackageVersion)).Succeeded();

        var whole = (await solution.ToolAsync("colearn", "ledger", "verify", ledger)).Succeeded();
        await File.WriteAllTextAsync(ledger, (await File.ReadAllTextAsync(ledger)).Replace("\"approvals\":2", "\"approvals\":1", StringComparison.Ordinal));
        var changed = (await solution.ToolAsync("colearn", "ledger", "verify", ledger)).Failed();

        Assert.StartsWith("3 records of collective 'local', the last one of round 2.\n", whole.Output, StringComparison.Ordinal);
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("Record 1 in line 3 was changed: its facts do not have the hash beside them.", changed.Output, StringComparison.Ordinal);
    }
}
