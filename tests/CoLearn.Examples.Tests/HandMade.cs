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
        Settings = Names(learners).ToDictionary(
            name => name, IReadOnlyList<LearnerSetting> (_) => [new LearnerSetting("BatchSize", "64"), new LearnerSetting("Epochs", "1")]),
    };

    /// <summary>A run of averaged proposals.</summary>
    public static CollectiveRun Averages(int learners, IEnumerable<RoundRecord> rounds, int contributors = 0)
    {
        var rule = new CollectiveRule { Strategy = Strategies.Average, Contributors = contributors };
        var run = new CollectiveRun(Status(learners) with { Rule = rule });
        foreach (var round in rounds)
            run.Add(round);
        return run;
    }

    /// <summary>A round of averages: all train and vote, and all but the one left out are in the mean.</summary>
    public static RoundRecord Average(int learners, int index, string? leftOut = null)
    {
        var turn = Turn(learners, index);
        if (index == 0)
            return turn;
        var contributions = Names(learners)
            .Select(name => name == leftOut
                ? new Contribution(name, null, 0, RoundFailure.ProposerLate, "It was late.")
                : new Contribution(name, "abcd", 1600))
            .ToList();
        var votes = turn.Facts.Votes
            .Select(vote => vote with { Elector = true, Answer = vote.Answer == VoteAnswer.None ? VoteAnswer.Approve : vote.Answer })
            .ToList();
        return Record(index, turn.Outcome, [.. Names(learners).Where(name => name != leftOut)], votes, contributions: contributions);
    }

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

    public static RoundRecord Record(
        int index,
        Outcome outcome,
        string[] proposers,
        IReadOnlyList<Vote> votes,
        string? reason = null,
        IReadOnlyList<Contribution>? contributions = null)
    {
        var facts = new RoundFacts
        {
            Index = index,
            RuleHash = "beef",
            Proposers = proposers,
            Contributions = contributions ?? [],
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
