using CoLearn.Collectives;
using CoLearn.Exchange;
using CoLearn.Learners;
using CoLearn.Ledger;
using CoLearn.Messages;
using CoLearn.Registry;
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

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void Message_OfACollectiveOrASite_TakesNoMoreThanIsReckoned(int learners)
    {
        string[] names = [.. Enumerable.Range(0, learners).Select(learner => FormattableString.Invariant($"learner-{learner:D5}"))];
        var rule = new CollectiveRule
        {
            Criterion = Own("accuracy"),
            Minimise = true,
            Ties = Ties.Approve,
            MinGain = 1e-300,
            Threshold = 0.123456789,
            VoteExamples = int.MaxValue,
            Strategy = Own("average"),
            ProposerChoice = Own("seeded-random"),
            Contributors = int.MaxValue,
            MaxExamples = int.MaxValue,
            Abstain = Abstain.Excluded,
            Quorum = 0.987654321,
            ProposeWithin = TimeSpan.MaxValue,
            VoteWithin = TimeSpan.MaxValue,
            Grace = TimeSpan.MaxValue,
            MaxNorm = 1e300,
            MaxDistance = -1e300,
        };
        LearnerSetting[] settings = [.. Enumerable.Range(0, 20).Select(_ => new LearnerSetting(Own("LearningRate"), Own("0.001")))];
        var data = new DataSummary(int.MaxValue, int.MaxValue, int.MaxValue, Own(Hash), [Own("few"), Own("skewed")]);
        var proposal = new Proposal(Own(names[0]), Own(Hash), Own("safetensors"), long.MaxValue, int.MaxValue, Own(Hash));
        var site = new SiteEntry(Own("site"), SiloAddress.New(System.Net.IPAddress.IPv6Loopback, 65535, int.MaxValue), DateTimeOffset.MaxValue, [.. names.Select(Own)], Own("https://a.b.c:65535"))
        {
            Models = [.. names.Select(name => new SiteModel(Own(name), Own(Hash), rule with { Criterion = Own("loss") }))],
        };

        Holds(new CollectiveSettings(Own("model"), [.. names.Select(Own)]) { Rule = rule, Seed = long.MinValue, StopAfter = int.MaxValue, StopAtScore = 0.123456789 });
        Holds(new CollectiveStatus
        {
            Collective = Own("collective"),
            Version = long.MaxValue,
            Phase = CollectivePhase.Running,
            Problem = Own(Hash),
            Model = Own("model"),
            Fingerprint = Own(Hash),
            Rule = rule,
            Seed = long.MinValue,
            Learners = [.. names.Select(Own)],
            Data = names.ToDictionary(Own, _ => data with { VoteSetHash = Own(Hash) }),
            Round = int.MaxValue,
            Target = int.MaxValue,
            Head = Own(Hash),
            AcceptedHash = Own(Hash),
            Accepts = names.ToDictionary(Own, _ => int.MaxValue),
            Settings = names.ToDictionary(Own, _ => (IReadOnlyList<LearnerSetting>)[.. settings.Select(setting => new LearnerSetting(Own(setting.Name), Own(setting.Value)))]),
            StopReason = Own(Hash),
            Warnings = [Own(Hash)],
            Lost = [.. names.Select(Own)],
            Refused = names.ToDictionary(Own, _ => Own(Hash)),
        });
        Holds(new JoinRequest(Own("collective"), Own("learner"), Own("model"), long.MinValue, rule));
        Holds(new JoinReport(Own("learner"), Own(Hash), Own(Hash), rule, data, Own("safetensors"), long.MaxValue, settings));
        Holds(new ProposalReport(Work(names[0]), proposal, Own(Hash), RoundFailure.ProposalTooFar));
        Holds(names.Select(name => new RoundEvent(
            new(int.MaxValue, int.MaxValue), RoundEventKind.Vote, [Own(name)], proposal with { Learner = Own(name) }, new Vote(Own(name), true, VoteAnswer.Approve, 0.1, 0.2, 0.3, Own(Hash)), null, DateTimeOffset.MaxValue)).ToArray());
        Holds(new LearnerStatus(Own("collective"), Own("learner"), LearnerActivity.Voting, int.MaxValue, Own(Hash), Own(Hash), long.MaxValue));
        Holds(new AcceptedWeights(Own("model"), int.MaxValue, Own(Hash)));
        Holds(new WeightsPage(Own("safetensors"), long.MaxValue, new byte[300_000]));
        Holds(site);
        Holds(new[] { site, site with { Learners = [.. names.Select(Own)] } });
        Holds(names);
        Holds(Work(names[0]));
        Holds(Hash);
    }

    [Fact]
    public void Message_OfAnotherKind_IsNotReckoned() => Assert.Null(MessageSize.AtMost(new RoundCursor(1, 2)));

    private static void Holds(object message)
    {
        var reckoned = MessageSize.AtMost(message);
        Assert.NotNull(reckoned);
        Assert.InRange(Serializer.SerializeToArray(message).Length, 1, reckoned.Value);
    }

    private static WorkId Work(string learner) => new(Own("collective"), int.MaxValue, int.MaxValue, Own(learner));

    private static string Own(string text) => new(text.AsSpan());
}
