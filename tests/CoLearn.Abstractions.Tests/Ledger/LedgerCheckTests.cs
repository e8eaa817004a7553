using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace CoLearn.Ledger;

/// <summary>Any ledger, one change of a kind: exactly the right record is named.</summary>
public sealed class LedgerCheckTests
{
    private static readonly Gen<(int Count, int Seed)> Drawn = Gen.Select(Gen.Int[1, 12], Gen.Int);

    [Fact]
    public Task Check_UntouchedLedger_FindsNothing() => Drawn.SampleAsync(async drawn =>
    {
        var ledger = DrawnLedger.Of(drawn.Count, drawn.Seed);
        var lines = await ledger.LinesAsync();

        var report = await CheckAsync(lines, ledger.Records[^1].Hash);

        Assert.Empty(report.Findings);
        Assert.Equal((drawn.Count, drawn.Count - 1, ledger.Records[^1].Hash), (report.Records, report.LastIndex, report.Head));
        Assert.Equal(ledger.Header, report.Header);
    });

    [Fact]
    public async Task Check_LedgerWithoutRounds_IsWhole()
    {
        var report = await CheckAsync(await DrawnLedger.Of(0, 1).LinesAsync());

        Assert.Equal((0, -1, RecordHash.None), (report.Records, report.LastIndex, report.Head));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public Task Check_FactChanged_NamesTheRecord() => OneFindingAsync(LedgerFault.Changed, (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count);
        var line = JsonNode.Parse(lines[index + 1])!;
        var facts = line["facts"]!.AsObject();
        var name = facts.Select(fact => fact.Key).ElementAt(random.Next(facts.Count));
        facts[name] = name switch
        {
            "index" => random.Next(2) == 0 ? index + 1 : random.Next(100) + ((int)facts[name]! == 0 ? 1 : 0),
            "approvals" => (int)facts[name]! + 1,
            "proposers" or "electors" => new JsonArray([.. facts[name]!.AsArray().Select(one => one!.DeepClone()), "mallory"]),
            "contributions" => new JsonArray([.. facts[name]!.AsArray().Select(one => one!.DeepClone()), JsonNode.Parse("""{"learner":"m","weightsHash":null,"trainExamples":1,"failure":null,"reason":null}""")]),
            "votes" or "lateVotes" => new JsonArray([.. facts[name]!.AsArray().Select(one => one!.DeepClone()), JsonNode.Parse("""{"learner":"m","elector":true,"vote":"approve","voteScore":0.5,"voteLoss":null,"testScore":null,"voteSetHash":null,"reason":null,"fault":null}""")]),
            "outcome" => (string)facts[name]! == "accepted" ? "rejected" : "accepted",
            "failure" => facts[name] is null ? "cancelled" : null,
            "previousHash" or "ruleHash" or "fingerprint" or "proposalHash" => OtherHash((string?)facts[name], random),
            _ => (string?)facts[name] + "!",
        };
        if (name == "index" && (int)facts[name]! == index)
            facts[name] = index + 7;
        lines[index + 1] = line.ToJsonString() + "\n";
        return (index, index);
    });

    [Fact]
    public Task Check_HashChanged_NamesTheRecord() => OneFindingAsync(LedgerFault.Changed, (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count);
        lines[index + 1] = lines[index + 1].Replace($"\"hash\":\"{ledger.Records[index].Hash}\"", $"\"hash\":\"{OtherHash(ledger.Records[index].Hash, random)}\"", StringComparison.Ordinal);
        return (index, index);
    });

    [Fact]
    public Task Check_FactsAndHashChanged_NamesTheRecord() => OneFindingAsync(LedgerFault.Changed, atLeast: 3, async (ledger, lines, random) =>
    {
        // The last but one cannot be told from an added last one, and the last one's change shows nowhere.
        var index = random.Next(ledger.Records.Count - 2);
        lines[index + 1] = await ledger.LineAsync(ledger.Rewritten(ledger.Records[index]));
        return (index, index);
    });

    [Fact]
    public Task Check_AnotherChainsRecordInItsPlace_NamesTheRecord() => OneFindingAsync(LedgerFault.Changed, atLeast: 2, async (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count - 1);
        var record = ledger.Records[index];
        lines[index + 1] = await ledger.LineAsync(DrawnLedger.Sealed(record.Facts with { PreviousHash = ledger.Hash() }));
        return (index, index);
    });

    [Fact]
    public Task Check_RecordTakenOut_NamesIt() => OneFindingAsync(LedgerFault.Missing, atLeast: 2, (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count - 1);
        lines.RemoveAt(index + 1);
        return (index, index);
    });

    [Fact]
    public Task Check_SeveralTakenOut_NamesThem() => OneFindingAsync(LedgerFault.Missing, atLeast: 3, (ledger, lines, random) =>
    {
        var first = random.Next(ledger.Records.Count - 2);
        var count = random.Next(1, ledger.Records.Count - 1 - first);
        lines.RemoveRange(first + 1, count);
        return (first, first + count - 1);
    });

    [Fact]
    public Task Check_TwoSwapped_NamesBoth() => OneFindingAsync(LedgerFault.Swapped, atLeast: 2, (ledger, lines, random) =>
    {
        var one = random.Next(ledger.Records.Count);
        var other = (one + random.Next(1, ledger.Records.Count)) % ledger.Records.Count;
        (lines[one + 1], lines[other + 1]) = (lines[other + 1], lines[one + 1]);
        return (Math.Min(one, other), Math.Max(one, other));
    });

    [Fact]
    public Task Check_OneMoved_NamesIt() => OneFindingAsync(LedgerFault.OutOfOrder, atLeast: 4, (ledger, lines, random) =>
    {
        var from = random.Next(ledger.Records.Count);
        int to;
        do
            to = random.Next(ledger.Records.Count);
        while (Math.Abs(from - to) < 2);
        var line = lines[from + 1];
        lines.RemoveAt(from + 1);
        lines.Insert(to + 1, line);
        return (from, from);
    });

    [Fact]
    public Task Check_RecordTwice_NamesIt() => OneFindingAsync(LedgerFault.Added, (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count);
        lines.Insert(random.Next(ledger.Records.Count + 1) + 1, lines[index + 1]);
        return (index, index);
    });

    [Fact]
    public Task Check_OtherRecordWithAnIndexThatIsThere_NamesIt() => OneFindingAsync(LedgerFault.Added, async (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count);
        var forged = DrawnLedger.Sealed(ledger.Records[index].Facts with { Approvals = 99, PreviousHash = ledger.Hash() });
        lines.Insert(random.Next(ledger.Records.Count + 1) + 1, await ledger.LineAsync(forged));
        return (index, index);
    });

    [Fact]
    public Task Check_ForkOfOneRecord_NamesTheIndex() => OneFindingAsync(LedgerFault.Added, async (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count);
        lines.Insert(index + 1 + random.Next(2), await ledger.LineAsync(ledger.Rewritten(ledger.Records[index])));
        return (index, index);
    });

    [Fact]
    public Task Check_RecordThatDoesNotContinue_NamesIt() => OneFindingAsync(LedgerFault.Added, async (ledger, lines, random) =>
    {
        var facts = ledger.Next().Facts with { PreviousHash = ledger.Hash() };
        lines.Insert(random.Next(ledger.Records.Count + 1) + 1, await ledger.LineAsync(DrawnLedger.Sealed(facts)));
        return (facts.Index, facts.Index);
    });

    [Fact]
    public Task Check_LineThatIsNoRecordBetween_NamesTheLine() => OneFindingAsync(LedgerFault.Unreadable, (ledger, lines, random) =>
    {
        lines.Insert(random.Next(ledger.Records.Count) + 1, "nonsense\n");
        return (null, null);
    });

    [Fact]
    public Task Check_LineThatIsNoRecordAnyMore_NamesTheRecord() => OneFindingAsync(LedgerFault.Unreadable, (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count);
        lines[index + 1] = lines[index + 1][..random.Next(1, lines[index + 1].Length - 2)] + "\n";
        return (index, index);
    });

    [Fact]
    public Task Check_CutInItsLastLine_NamesTheRecord() => OneFindingAsync(LedgerFault.Truncated, (ledger, lines, random) =>
    {
        lines[^1] = lines[^1][..random.Next(1, lines[^1].Length)];
        return (ledger.Records.Count - 1, ledger.Records.Count - 1);
    });

    [Fact]
    public Task Check_FactsWrittenAnew_NamesTheRecord() => OneFindingAsync(LedgerFault.NotCanonical, (ledger, lines, random) =>
    {
        var index = random.Next(ledger.Records.Count);
        lines[index + 1] = random.Next(3) switch
        {
            0 => lines[index + 1].Replace(",\"approvals\":", ", \"approvals\":", StringComparison.Ordinal),
            1 => lines[index + 1].Replace("\"outcome\":\"", "\"outcome\":\"\\u00" + ((int)lines[index + 1].Split("\"outcome\":\"")[1][0]).ToString("x2"), StringComparison.Ordinal)
                .Remove(lines[index + 1].IndexOf("\"outcome\":\"", StringComparison.Ordinal) + 17, 1),
            _ => lines[index + 1].Replace("\"facts\":{\"index\":" + index, "\"facts\":{\n\"index\":" + index, StringComparison.Ordinal).Replace("\n\"index\"", "\t\"index\"", StringComparison.Ordinal),
        };
        return (index, index);
    });

    [Fact]
    public Task Check_HeaderOfAnotherRule_SaysSoOnce() => OneFindingAsync(LedgerFault.HeaderRule, (_, lines, _) =>
    {
        lines[0] = lines[0].Replace("\"threshold\":", "\"threshold\":0.2", StringComparison.Ordinal).Replace("0.20.", "0.2", StringComparison.Ordinal);
        return (null, null);
    });

    [Fact]
    public Task Check_HeaderOfAnotherFingerprint_SaysSoOnce() => OneFindingAsync(LedgerFault.HeaderFingerprint, (ledger, lines, random) =>
    {
        lines[0] = lines[0].Replace(ledger.Header.Fingerprint, ledger.Hash(), StringComparison.Ordinal);
        return (null, null);
    });

    [Fact]
    public Task Check_HeaderThatIsNone_SaysSo() => OneFindingAsync(LedgerFault.HeaderUnreadable, (_, lines, random) =>
    {
        if (random.Next(2) == 0)
            lines.RemoveAt(0);
        else
            lines[0] = lines[0][1..];
        return (null, null);
    });

    [Theory]
    [InlineData(LedgerFault.RuleChanges)]
    [InlineData(LedgerFault.FingerprintChanges)]
    public Task Check_ChainThatGoesOnOtherwise_NamesTheFirstRecord(LedgerFault fault) => OneFindingAsync(fault, atLeast: 2, async (ledger, lines, random) =>
    {
        var first = random.Next(1, ledger.Records.Count);
        var other = ledger.Hash();
        for (var index = first; index < ledger.Records.Count; index++)
        {
            var facts = ledger.Records[index].Facts with { PreviousHash = ledger.Records[index - 1].Hash };
            ledger.Records[index] = DrawnLedger.Sealed(fault == LedgerFault.RuleChanges ? facts with { RuleHash = other } : facts with { Fingerprint = other });
            lines[index + 1] = await ledger.LineAsync(ledger.Records[index]);
        }

        return (first, first);
    });

    [Fact]
    public Task Check_TailCut_ShowsOnlyAgainstTheHead() => Drawn.SampleAsync(async drawn =>
    {
        var ledger = DrawnLedger.Of(drawn.Count, drawn.Seed);
        var lines = await ledger.LinesAsync();
        lines.RemoveRange(1 + (drawn.Count / 2), lines.Count - 1 - (drawn.Count / 2));

        Assert.Empty((await CheckAsync(lines)).Findings);
        var finding = Assert.Single((await CheckAsync(lines, ledger.Records[^1].Hash)).Findings);
        Assert.Equal((LedgerFault.HeadAbsent, null), (finding.Fault, finding.Index));
    });

    [Fact]
    public Task Check_RecordsBehindTheHead_AreCounted() => Drawn.Where(drawn => drawn.Count > 1).SampleAsync(async drawn =>
    {
        var ledger = DrawnLedger.Of(drawn.Count, drawn.Seed);
        var index = new Random(drawn.Seed).Next(drawn.Count - 1);

        var finding = Assert.Single((await CheckAsync(await ledger.LinesAsync(), ledger.Records[index].Hash)).Findings);

        Assert.Equal((LedgerFault.HeadInside, index), (finding.Fault, finding.Index));
        Assert.Contains($" {drawn.Count - 1 - index} record", finding.Sentence, StringComparison.Ordinal);
    });

    [Fact]
    public Task Check_LastRecordChanged_DoesNotBlameTheHeadToo() => Drawn.SampleAsync(async drawn =>
    {
        var ledger = DrawnLedger.Of(drawn.Count, drawn.Seed);
        var lines = await ledger.LinesAsync();
        lines[^1] = lines[^1].Replace("\"approvals\":", "\"approvals\":1", StringComparison.Ordinal);

        var finding = Assert.Single((await CheckAsync(lines, ledger.Records[^1].Hash)).Findings);

        Assert.Equal((LedgerFault.Changed, drawn.Count - 1), (finding.Fault, finding.Index));
    });

    [Fact]
    public async Task Check_SeveralChanges_NamesEach()
    {
        var ledger = DrawnLedger.Of(30, 5);
        var lines = await ledger.LinesAsync();
        (lines[26], lines[28]) = (lines[28], lines[26]);
        lines.RemoveAt(21);
        lines.Insert(16, lines[3]);
        lines[11] = lines[11].Replace("\"approvals\":", "\"approvals\":1", StringComparison.Ordinal);
        lines[6] = await ledger.LineAsync(ledger.Rewritten(ledger.Records[5]));

        var report = await CheckAsync(lines);

        Assert.Equal(
            [(LedgerFault.Changed, 7L, 5, 5), (LedgerFault.Changed, 12, 10, 10), (LedgerFault.Added, 17, 2, 2), (LedgerFault.Missing, 23, 20, 20), (LedgerFault.Swapped, 27, 25, 27)],
            report.Findings.Select(finding => (finding.Fault, finding.Line!.Value, finding.Index!.Value, finding.LastIndex!.Value)));
        Assert.Equal((29, ledger.Records[^1].Hash), (report.LastIndex, report.Head));
    }

    [Fact]
    public async Task Check_Sought_AreFoundByWhatTheFactsHave()
    {
        var ledger = DrawnLedger.Of(3, 1);
        var lines = await ledger.LinesAsync();
        lines[2] = lines[2].Replace("\"approvals\":", "\"approvals\":1", StringComparison.Ordinal);
        var check = new LedgerCheck(sought: [.. ledger.Records.Select(record => record.Hash), RecordHash.None]);
        var reader = new LedgerReader(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines))));
        while (await reader.ReadAsync() is { } line)
            check.Add(line);

        Assert.Equal([(ledger.Records[0].Hash, 0), (ledger.Records[2].Hash, 2)], check.Report().Sought.Select(found => (found.Key, found.Value)));
    }

    [Fact]
    public async Task Check_FileThatIsAllWrong_ListsAThousandAndSaysThatThereIsMore()
    {
        var ledger = DrawnLedger.Of(1, 1);
        var lines = await ledger.LinesAsync();
        var many = Enumerable.Repeat("x\n", 20_000).Concat(Enumerable.Repeat(lines[1], 20_000));

        var report = await CheckAsync([.. lines, .. many]);

        Assert.Equal(1001, report.Findings.Count);
        Assert.Equal(LedgerFault.TooMany, report.Findings[^1].Fault);
        Assert.Equal(20_001, report.Records);
    }

    [Fact]
    public async Task Check_EmptyFile_HasNeitherHeaderNorRecords()
    {
        var report = await CheckAsync([]);

        Assert.Equal((null, 0, RecordHash.None), (report.Header, report.Records, report.Head));
    }

    private static Task OneFindingAsync(LedgerFault fault, Func<DrawnLedger, List<string>, Random, (int?, int?)> change)
        => OneFindingAsync(fault, 1, (ledger, lines, random) => Task.FromResult(change(ledger, lines, random)));

    private static Task OneFindingAsync(LedgerFault fault, int atLeast, Func<DrawnLedger, List<string>, Random, (int?, int?)> change)
        => OneFindingAsync(fault, atLeast, (ledger, lines, random) => Task.FromResult(change(ledger, lines, random)));

    private static Task OneFindingAsync(LedgerFault fault, Func<DrawnLedger, List<string>, Random, Task<(int?, int?)>> change)
        => OneFindingAsync(fault, 1, change);

    private static Task OneFindingAsync(LedgerFault fault, int atLeast, Func<DrawnLedger, List<string>, Random, Task<(int?, int?)>> change)
        => Drawn.Where(drawn => drawn.Count >= atLeast).SampleAsync(
            async drawn =>
            {
                var ledger = DrawnLedger.Of(drawn.Count, drawn.Seed);
                var lines = await ledger.LinesAsync();
                var (index, last) = await change(ledger, lines, new Random(drawn.Seed + 1));

                var report = await CheckAsync(lines);

                var finding = Assert.Single(report.Findings);
                Assert.Equal((fault, index, last), (finding.Fault, finding.Index, finding.LastIndex));
                Assert.EndsWith(".", finding.Sentence, StringComparison.Ordinal);
            },
            iter: 200);

    private static Task<LedgerReport> CheckAsync(IEnumerable<string> lines, string? head = null)
        => LedgerCheck.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines))), head);

    private static string OtherHash(string? hash, Random random)
    {
        if (hash is null)
            return new string('a', 64);
        var place = random.Next(hash.Length);
        return hash[..place] + (hash[place] == 'a' ? 'b' : 'a') + hash[(place + 1)..];
    }
}
