using System.Text;
using System.Text.Json.Nodes;
using CoLearn.Ledger;

namespace CoLearn;

/// <summary>A file by itself.</summary>
public sealed class VerifyTests
{
    private const string Hint =
        "A chain alone shows neither a tail that was cut nor a rewriting of everything: compare the head with one that you know (--head),\nor with what the learners confirmed (--cluster).\n";

    private readonly DrawnLedger ledger = DrawnLedger.Of(9, 3);

    private string Head => ledger.Records[^1].Hash;

    [Fact]
    public async Task Verify_WholeFile_SaysSoAndWhatThatIsWorth()
    {
        var screen = await VerifyAsync(_ => { });

        Assert.Equal(
            new(0, $"9 records of collective 'digits', the last one of round 8.\nhead {Head}\n✓ Every record has its hash and continues the one before.\n{Hint}", ""),
            screen);
    }

    [Fact]
    public async Task Verify_KnownHead_Agrees()
    {
        var screen = await VerifyAsync(_ => { }, "--head", Head.ToUpperInvariant());

        Assert.Equal(0, screen.ExitCode);
        Assert.EndsWith("✓ The head is the one that you know.\n", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TailCut_AgreesWithItselfButNotWithTheHead()
    {
        Assert.Equal(0, (await VerifyAsync(lines => lines.RemoveRange(7, 3))).ExitCode);

        var screen = await VerifyAsync(lines => lines.RemoveRange(7, 3), "--head", Head);

        Assert.Equal(1, screen.ExitCode);
        Assert.Contains($"✗ No record has the head {Head}: the tail was cut, or all was rewritten.\n", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_HeadOfAnEarlierRecord_SaysHowManyFollow()
    {
        var screen = await VerifyAsync(_ => { }, "--head", ledger.Records[5].Hash);

        Assert.Equal(1, screen.ExitCode);
        Assert.Contains($"✗ The head {ledger.Records[5].Hash} is record 5's: 3 records were added after it.\n", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Tampered_NamesEachAndEndsWith1()
    {
        var screen = await VerifyAsync(lines =>
        {
            (lines[7], lines[8]) = (lines[8], lines[7]);
            lines.RemoveAt(5);
            lines[3] = lines[3].Replace("\"approvals\":", "\"approvals\":1", StringComparison.Ordinal);
        });

        Assert.Equal((1, ""), (screen.ExitCode, screen.Error));
        Assert.Equal(
            [
                "8 records of collective 'digits', the last one of round 8.",
                $"head {Head}",
                "✗ Record 2 in line 4 was changed: its facts do not have the hash beside them.",
                "✗ Record 4 is missing: line 6 goes on with record 5.",
                "✗ Records 6 and 7 are swapped: they stand in lines 8 and 7.",
            ],
            screen.Output.Split('\n')[..5]);
    }

    [Fact]
    public async Task Verify_StandardInput_IsReadAsAFile()
    {
        var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(await ledger.LinesAsync())));

        var screen = await Screen.RunAsync(input, "ledger", "verify", "-", "--head", Head);

        Assert.Equal((0, ""), (screen.ExitCode, screen.Error));
        Assert.StartsWith("9 records of collective 'digits'", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Json_HasTheDocumentedForm()
    {
        var screen = await VerifyAsync(lines => lines.RemoveRange(5, 2), "--json");

        var json = screen.Json.AsObject();
        Assert.EndsWith("ledger.jsonl", (string?)json["file"], StringComparison.Ordinal);
        json.Remove("file");
        Assert.Equal((1, ""), (screen.ExitCode, screen.Error));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                $$"""
                {
                  "exitCode": 1, "collective": "digits", "model": "mnist", "fingerprint": "{{ledger.Header.Fingerprint}}", "seed": {{ledger.Header.Seed}},
                  "records": 7, "lastIndex": 8, "head": "{{Head}}",
                  "findings": [
                    {"fault": "missing", "line": 6, "index": 4, "lastIndex": 5, "sentence": "Records 4 to 5 are missing: line 6 goes on with record 6."}
                  ],
                  "cluster": null
                }
                """),
            json));
    }

    [Fact]
    public async Task Verify_HeaderLost_NamesItAndChecksTheRest()
    {
        var screen = await VerifyAsync(lines => lines.RemoveAt(0), "--json");

        Assert.Equal((1, 9), (screen.ExitCode, (int)screen.Json["records"]!));
        Assert.Equal("headerUnreadable", (string?)Assert.Single(screen.Json["findings"]!.AsArray())!["fault"]);
        Assert.Null(screen.Json["collective"]);
    }

    private async Task<Screen> VerifyAsync(Action<List<string>> change, params string[] options)
    {
        using var scratch = new Scratch();
        var lines = await ledger.LinesAsync();
        change(lines);
        return await Screen.RunAsync(["ledger", "verify", scratch.File(string.Concat(lines)), .. options]);
    }
}
