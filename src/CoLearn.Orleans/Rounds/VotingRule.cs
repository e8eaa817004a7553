namespace CoLearn.Rounds;

/// <summary>How a learner votes: the proposal against the reference score it has for the accepted weights.</summary>
internal static class VotingRule
{
    public static VoteAnswer Decide(CollectiveRule rule, Reference? reference, Scores scores)
    {
        if (!double.IsFinite(scores.Vote))
            return VoteAnswer.Reject;
        if (reference?.Score is not { } known || !double.IsFinite(known))
            return VoteAnswer.Approve;

        var gain = rule.Minimise ? known - scores.Vote : scores.Vote - known;
        var approves = gain == 0 && rule.MinGain == 0 ? TieApproves(rule.Ties, reference.Loss, scores.Loss) : gain > rule.MinGain;
        return approves ? VoteAnswer.Approve : VoteAnswer.Reject;
    }

    private static bool TieApproves(Ties ties, double? known, double? proposed) => ties switch
    {
        Ties.Approve => true,
        Ties.ByLoss => proposed is { } loss && double.IsFinite(loss) && loss < (known is { } old && double.IsFinite(old) ? old : double.PositiveInfinity),
        _ => false,
    };
}
