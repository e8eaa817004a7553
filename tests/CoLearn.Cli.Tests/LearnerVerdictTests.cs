using CoLearn.Ledger;
using CoLearn.LedgerVerify;

namespace CoLearn;

public sealed class LearnerVerdictTests
{
    private static readonly DrawnLedger Drawn = DrawnLedger.Of(4, 2);

    public static TheoryData<int, int, string, string> Confirmed => new()
    {
        { 3, 3, "Agrees", "Learner 'ann' agrees: it confirmed record 3." },
        { 1, 1, "Agrees", "Learner 'ann' agrees: it confirmed record 1." },
        { 4, 3, "Lacks", "Learner 'ann' confirmed round 4, and the file lacks round 4: it is an older export, or its tail was cut." },
        { 2, 1, "Contradicts", $"Learner 'ann' contradicts: record 2 of the file is not the one that it confirmed, {Drawn.Records[1].Hash}." },
    };

    [Theory]
    [MemberData(nameof(Confirmed))]
    public async Task Verdict_OfALearnerThatConfirmed_ComparesRoundAndHash(int round, int headOf, string verdict, string sentence)
    {
        var head = Drawn.Records[headOf].Hash;

        var found = await OfAsync(new("ann", new("digits", "ann", LearnerActivity.Idle, round, null, head, 0), null));

        Assert.Equal(new("ann", Enum.Parse<Verdict>(verdict), round, head, sentence), found);
    }

    [Fact]
    public async Task Verdict_OfALearnerThatHasNotConfirmed_IsNoDisagreement()
    {
        var found = await OfAsync(new("ann", new("digits", "ann", LearnerActivity.Idle, -1, null, null, 0), null));

        Assert.Equal(new("ann", Verdict.NeverConfirmed, null, null, "Learner 'ann' has not confirmed any round."), found);
        Assert.False(found.IsDisagreement);
    }

    [Fact]
    public async Task Verdict_OfALearnerThatDoesNotAnswer_SaysWhy()
    {
        var found = await OfAsync(new("ann", null, "It sleeps."));

        Assert.Equal(new("ann", Verdict.Unreachable, null, null, "It sleeps."), found);
        Assert.False(found.IsDisagreement);
    }

    private static async Task<LearnerVerdict> OfAsync(LearnerReply reply)
    {
        var check = new LedgerCheck(sought: [reply.Status?.Head ?? RecordHash.None]);
        var reader = new LedgerReader(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Concat(await Drawn.LinesAsync()))));
        while (await reader.ReadAsync() is { } line)
            check.Add(line);
        return LearnerVerdict.Of(reply, check.Report());
    }
}
