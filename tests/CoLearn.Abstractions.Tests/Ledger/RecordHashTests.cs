using System.Security.Cryptography;
using System.Text;

namespace CoLearn.Ledger;

/// <summary>The hashed text, to the byte: a ledger that was written once must be checkable for ever.</summary>
public sealed class RecordHashTests
{
    [Fact]
    public void Hash_OfFacts_IsThatOfThePinnedText()
    {
        const string text =
            """
            {"index":7,"ruleHash":"b0b0","proposers":["ann","bob"],"contributions":[{"learner":"ann","weightsHash":"a0","trainExamples":12,"failure":null,"reason":null},{"learner":"bob","weightsHash":null,"trainExamples":0,"failure":"proposerLate","reason":"It was late."}],"proposalHash":"c0","fingerprint":"f0","electors":["ann","bob"],"votes":[{"learner":"ann","elector":true,"vote":"approve","voteScore":0.1,"voteLoss":1E-07,"testScore":-0,"voteSetHash":"d0","reason":null,"fault":null},{"learner":"bob","elector":false,"vote":"abstain","voteScore":null,"voteLoss":null,"testScore":null,"voteSetHash":null,"reason":"caf\u00E9 \u0022\u003Cx\u003E\u0022\n","fault":"notFinite"}],"approvals":1,"outcome":"failed","failure":"quorumMissed","reason":"1 of 2 voted.","lateVotes":[{"learner":"cy","elector":true,"vote":"reject","voteScore":0.30000000000000004,"voteLoss":null,"testScore":1,"voteSetHash":"e0","reason":null,"fault":"late"}],"previousHash":"9000"}
            """;
        var facts = new RoundFacts
        {
            Index = 7,
            RuleHash = "b0b0",
            Proposers = ["ann", "bob"],
            Contributions = [new("ann", "a0", 12), new("bob", null, 0, RoundFailure.ProposerLate, "It was late.")],
            ProposalHash = "c0",
            Fingerprint = "f0",
            Electors = ["ann", "bob"],
            Votes =
            [
                new("ann", true, VoteAnswer.Approve, 0.1, 1e-7, -0.0, "d0"),
                new("bob", false, VoteAnswer.Abstain, double.NaN, double.PositiveInfinity, null, Reason: "café \"<x>\"\n", Fault: VoteFault.NotFinite),
            ],
            Approvals = 1,
            Outcome = Outcome.Failed,
            Failure = RoundFailure.QuorumMissed,
            Reason = "1 of 2 voted.",
            LateVotes = [new("cy", true, VoteAnswer.Reject, 0.1 + 0.2, null, 1, "e0", Fault: VoteFault.Late)],
            PreviousHash = "9000",
        };

        Assert.Equal(Sha256(text), RecordHash.Of(facts));
        Assert.Equal("9915ef76e1c627f4ddc061e8a2fc89789d929cdc4c5b1b31cc235b76c407a5cd", RecordHash.Of(facts));
    }

    [Fact]
    public void Hash_OfARule_IsThatOfThePinnedText()
    {
        const string text =
            """
            {"criterion":"loss","minimise":true,"ties":"byLoss","minGain":0.001,"threshold":0.6666666666666666,"voteExamples":60,"strategy":"average","proposerChoice":"round-robin","contributors":3,"maxExamples":1000,"abstain":"excluded","quorum":0.5,"proposeSeconds":1800,"voteSeconds":600,"graceSeconds":0.25,"maxNorm":100,"maxDistance":2.5}
            """;
        var rule = new CollectiveRule
        {
            Criterion = "loss",
            Minimise = true,
            MinGain = 0.001,
            Threshold = 2.0 / 3,
            VoteExamples = 60,
            Strategy = Strategies.Average,
            Contributors = 3,
            MaxExamples = 1000,
            Abstain = Abstain.Excluded,
            Quorum = 0.5,
            Grace = TimeSpan.FromMilliseconds(250),
            MaxNorm = 100,
            MaxDistance = 2.5,
        };

        Assert.Equal(Sha256(text), RecordHash.Of(rule));
        Assert.Equal("483dfd9a4390fb6b45bca15d339055d7c608561ddd7565545b521199573562d8", RecordHash.Of(rule));
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
