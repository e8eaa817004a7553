using CoLearn.Ledger;

namespace CoLearn.Examples.Mnist;

/// <summary>A collective's run that nobody trained for.</summary>
internal static class HandMade
{
    public static CollectiveRun Run(int learners, int rounds)
        => Run(learners, Enumerable.Range(0, rounds + 1).Select(index => Turn(learners, index)));

    public static CollectiveRun Run(int learners, IEnumerable<RoundRecord> rounds)
    {
        var run = new CollectiveRun(Status(learners));
        foreach (var round in rounds)
            run.Add(round);
        return run;
    }

    public static CollectiveStatus Status(int learners) => new()
    {
        Collective = "mnist",
        Version = 1,
        Phase = CollectivePhase.Idle,
        Model = "mnist",
        Fingerprint = "f00d",
        Rule = new CollectiveRule(),
        Seed = 7,
        Learners = [.. Names(learners)],
        Data = Names(learners).ToDictionary(name => name, name => new DataSummary(1600, 200, 200, "cafe", [])),
    };

    public static IEnumerable<string> Names(int learners) => Enumerable.Range(1, learners).Select(number => $"learner-{number}");

    /// <summary>A round like those of a good run: scores rise, about every third proposal is voted down.</summary>
    public static RoundRecord Turn(int learners, int index)
    {
        var proposer = (index + learners - 1) % learners;
        var accepted = index % 3 != 2;
        var mean = index == 0 ? 0.1 : 0.97 - (0.08 / index) - (accepted ? 0 : 0.01);
        var votes = Names(learners).Select((name, number) =>
        {
            var offset = ((number * 37) + (index * 11)) % 13 / 1000.0;
            var elector = index > 0 && number != proposer;
            var answer = !elector ? VoteAnswer.None : accepted == (number % 4 != 3) ? VoteAnswer.Approve : VoteAnswer.Reject;
            return new Vote(name, elector, answer, Math.Round(mean + offset, 3), 0.2, Math.Round(mean + offset - 0.005, 3), "cafe");
        }).ToList();
        return Record(index, index == 0 ? Outcome.Initial : accepted ? Outcome.Accepted : Outcome.Rejected, [$"learner-{proposer + 1}"], votes);
    }

    public static RoundRecord Record(int index, Outcome outcome, string[] proposers, IReadOnlyList<Vote> votes, string? reason = null)
    {
        var facts = new RoundFacts
        {
            Index = index,
            RuleHash = "beef",
            Proposers = proposers,
            ProposalHash = outcome == Outcome.Failed ? null : $"{index:x64}",
            Fingerprint = "f00d",
            Electors = [.. votes.Where(vote => vote.Elector).Select(vote => vote.Learner)],
            Votes = votes,
            Approvals = votes.Count(vote => vote is { Elector: true, Answer: VoteAnswer.Approve }),
            Outcome = outcome,
            Failure = outcome == Outcome.Failed ? RoundFailure.ProposerFailed : null,
            Reason = reason,
            PreviousHash = RecordHash.None,
        };
        return new RoundRecord(facts, RecordHash.Of(facts), new RoundMeasurements(DateTimeOffset.UnixEpoch, 3.21, 0.54, 0.01, 3.76, 1000));
    }
}
