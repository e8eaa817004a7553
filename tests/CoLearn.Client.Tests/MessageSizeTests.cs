using CoLearn.Learners;
using CoLearn.Ledger;
using CoLearn.Messages;
using CoLearn.Rounds;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CoLearn;

/// <summary>What is reckoned of a message must never be less than what it takes, or one that is too large would pass.</summary>
public sealed class MessageSizeTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static readonly Serializer Serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void Message_OfManyLearners_TakesNoMoreThanIsReckoned(int learners)
    {
        // Each text is an object of its own, as from the wire: none is written as a reference to another.
        string[] names = [.. Enumerable.Range(0, learners).Select(learner => FormattableString.Invariant($"learner-{learner:D5}"))];
        var reason = new string('é', 300);
        Vote[] votes = [.. names.Select(name => new Vote(Own(name), true, VoteAnswer.Abstain, 0.123456789, -1e300, double.Epsilon, Own(Hash), Own(reason), VoteFault.Contradictory))];
        var references = names.ToDictionary(name => name, _ => new Reference(Own(Hash), Own(Hash), Own("accuracy"), 0.123456789, 1e-300));
        var facts = new RoundFacts
        {
            Index = int.MaxValue,
            RuleHash = Own(Hash),
            Proposers = [.. names.Select(Own)],
            Contributions = [.. names.Select(name => new Contribution(Own(name), Own(Hash), int.MaxValue, RoundFailure.ProposalTooFar, Own(reason)))],
            ProposalHash = Own(Hash),
            Fingerprint = Own(Hash),
            Electors = [.. names.Select(Own)],
            Votes = votes,
            Approvals = int.MaxValue,
            Outcome = Outcome.Failed,
            Failure = RoundFailure.QuorumMissed,
            Reason = Own(reason),
            LateVotes = [.. votes.Select(vote => vote with { Learner = Own(vote.Learner) })],
            PreviousHash = Own(Hash),
        };
        var record = new RoundRecord(facts, RecordHash.Of(facts), new(DateTimeOffset.MaxValue, 0.1, 0.2, 0.3, 0.4, long.MaxValue));
        VoteReport[] reports = [.. names.Zip(votes, (name, vote) => new VoteReport(Work(name), Own(Hash), vote))];
        ConfirmReport[] confirms = [.. names.Select(name => new ConfirmReport(Work(name), Own(Hash)))];
        var start = new RoundStart
        {
            Collective = Own("collective"),
            Index = int.MaxValue,
            Model = Own("model"),
            Fingerprint = Own(Hash),
            Rule = new(),
            Seed = long.MinValue,
            Learners = [.. names.Select(Own)],
            AcceptedHash = Own(Hash),
            PreviousHash = Own(Hash),
            References = references,
            Absent = [.. names.Select(Own)],
            Format = Own("safetensors"),
            MaxBytes = long.MaxValue,
        };

        Holds(reports);
        Holds(confirms);
        Holds(new[] { record, record with { Hash = Own(Hash) } });
        Holds(record);
        Holds(start);
        Holds(new VoteRequest { Work = Work(names[0]), ProposalHash = Own(Hash), Elector = true, AcceptedHash = Own(Hash), Reference = references[names[0]], PreviousHash = Own(Hash), TraceParent = Own(Hash) });
        Holds(new AcceptRequest { Work = Work(names[0]), AcceptedHash = Own(Hash), ProposalHash = Own(Hash), Accepted = true, RecordHash = Own(Hash), TraceParent = Own(Hash) });
        Holds(new ProposeRequest { Work = Work(names[0]), AcceptedHash = Own(Hash), PreviousHash = Own(Hash), TraceParent = Own(Hash) });
    }

    [Fact]
    public void Message_OfAnotherKind_IsNotReckoned() => Assert.Null(MessageSize.AtMost(new[] { "some", "names" }));

    private static void Holds(object message)
    {
        var reckoned = MessageSize.AtMost(message);
        Assert.NotNull(reckoned);
        Assert.InRange(Serializer.SerializeToArray(message).Length, 1, reckoned.Value);
    }

    private static WorkId Work(string learner) => new(Own("collective"), int.MaxValue, int.MaxValue, Own(learner));

    private static string Own(string text) => new(text.AsSpan());
}
