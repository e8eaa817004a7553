using System.Collections.Immutable;

namespace CoLearn.Collectives;

/// <summary>What a collective makes of its records: how often each learner had its way, who is missing, and when to stop.</summary>
internal static class Progress
{
    /// <summary>After so many turns around all learners without an accept a collective stops, unless its settings say otherwise.</summary>
    private const int TurnsWithoutAccept = 2;

    public static ImmutableDictionary<string, ProposalCount> Count(ImmutableDictionary<string, ProposalCount> counts, RoundRecord record)
    {
        if (record.Outcome == Outcome.Initial)
            return counts;
        foreach (var learner in record.Facts.Proposers)
        {
            var known = counts.GetValueOrDefault(learner) ?? new(0, 0);
            counts = counts.SetItem(learner, new(known.Proposed + 1, known.Accepted + (record.Outcome == Outcome.Accepted ? 1 : 0)));
        }

        return counts;
    }

    /// <summary>Who could not be reached: as the votes say, or for want of votes as it was before, with the proposers that were lost.</summary>
    public static ImmutableSortedSet<string> LostIn(ImmutableSortedSet<string> before, RoundRecord record)
    {
        var facts = record.Facts;
        var heard = facts.Votes.Where(vote => vote.Fault != VoteFault.Lost).Select(vote => vote.Learner);
        var lost = facts.Votes.Where(vote => vote.Fault == VoteFault.Lost).Select(vote => vote.Learner)
            .Concat(facts.Votes.Count == 0 && facts.Failure == RoundFailure.ProposerLost ? facts.Proposers : []);
        return (before.IsEmpty ? before : before.Except(heard)).Union(lost);
    }

    /// <summary>Why no further round should run, in a sentence; <see langword="null"/> where it should.</summary>
    public static string? StopReason(CollectiveState state, RoundRecord record)
    {
        if (state.Settings!.StopAtScore is { } goal && record.ChangesWeights && record.MeanVoteScore is { } score && (state.Rule!.Minimise ? score <= goal : score >= goal))
            return FormattableString.Invariant($"The mean vote score of round {record.Index} is {score:0.####}, and it was to stop at {goal:0.####}.");

        var limit = state.Settings.StopAfter ?? TurnsWithoutAccept * state.Learners.Count;
        return limit > 0 && state.AcceptedHash is not null && state.WithoutAccept >= Math.Max(limit, state.Learners.Count)
            ? $"The last {state.WithoutAccept} rounds had no accept."
            : null;
    }

    public static IEnumerable<string> Warnings(CollectiveState state)
    {
        const int turns = 2;
        var never = state.Learners.Where(learner => state.Proposals.GetValueOrDefault(learner) is { Proposed: >= turns, Accepted: 0 }).ToArray();
        // An average has all contributors' weights in it: there it says nothing about one of them.
        if (never.Length > 0 && never.Length < state.Learners.Count && state.Rule?.Strategy == Strategies.Turns)
        {
            yield return $"No proposal of {string.Join(" and ", never.Select(learner => $"'{learner}'"))} was accepted in {turns} turns or more; "
                + $"the strategy '{Strategies.Average}', or fewer batches per proposal, would let their data count.";
        }
    }
}
