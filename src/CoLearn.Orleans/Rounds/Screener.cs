using CoLearn.Exchange;

namespace CoLearn.Rounds;

/// <summary>Looks at candidates before any learner spends time on them, and makes of them what is voted on.</summary>
internal sealed class Screener(IWeightsStore weights)
{
    public async Task<(Proposal? Proposal, IReadOnlyList<Candidate> Refused)> ScreenAsync(RoundState state)
    {
        var refused = new List<Candidate>();
        Proposal? proposal = null;
        foreach (var candidate in state.Candidates.Values.Where(candidate => candidate.IsUsable))
        {
            if (await weights.GetAsync(candidate.Proposal!.WeightsHash) is null)
                refused.Add(candidate.Refused(RoundFailure.ProposalMissing, "its weights are not held where the round runs"));
            else
                proposal = candidate.Proposal;
        }

        return (proposal, refused);
    }
}
