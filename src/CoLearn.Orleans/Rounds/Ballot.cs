namespace CoLearn.Rounds;

/// <summary>Every learner's vote as it is recorded. Whether it counts, and what was wrong with it, is the round's to say, not the learner's.</summary>
internal static class Ballot
{
    /// <summary>All votes, by name.</summary>
    public static IReadOnlyList<Vote> Votes(RoundState state)
        => [.. state.Start!.Learners.Order(StringComparer.Ordinal).Select(learner => Recorded(state, learner, state.Roll.IsElector(learner)))];

    public static Vote Recorded(RoundState state, string learner, bool elector)
    {
        if (!state.Answers.TryGetValue(learner, out var report))
            return Missing(state, learner, elector);

        var vote = Stated(report.Vote, learner, elector);
        return state.Contradictory.Contains(learner)
            ? vote with { Fault = VoteFault.Contradictory, Reason = "It answered again with another vote; the first counts." }
            : vote;
    }

    /// <summary>A vote as its learner stated it, with nothing in it that is not its to say.</summary>
    public static Vote Stated(Vote vote, string learner, bool elector)
    {
        var score = Finite(vote.VoteScore);
        var answer = vote.Answer switch
        {
            _ when !elector => VoteAnswer.None,
            VoteAnswer.Approve when score is null => VoteAnswer.Reject,
            VoteAnswer.None => VoteAnswer.Abstain,
            var given => given,
        };
        var stated = vote with
        {
            Learner = learner,
            Elector = elector,
            Answer = answer,
            VoteScore = score,
            VoteLoss = Finite(vote.VoteLoss),
            TestScore = Finite(vote.TestScore),
            Fault = vote.Answer == VoteAnswer.Abstain ? VoteFault.Failed : score is null ? VoteFault.NotFinite : null,
        };
        // The same object is saved once.
        return stated == vote ? vote : stated;
    }

    private static Vote Missing(RoundState state, string learner, bool elector)
    {
        var (fault, reason) = state switch
        {
            _ when state.Misaddressed.Contains(learner) => (VoteFault.Misaddressed, "It answered for another round or another proposal."),
            _ when state.Lost.Contains(learner) => (VoteFault.Lost, "It could not be reached."),
            _ => (VoteFault.Late, "It did not answer in time."),
        };
        return new(learner, elector, elector ? VoteAnswer.Abstain : VoteAnswer.None, Reason: reason, Fault: fault);
    }

    private static double? Finite(double? score) => score is { } value && double.IsFinite(value) ? value : null;
}
