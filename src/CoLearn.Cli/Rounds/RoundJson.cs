using CoLearn.Shell;

namespace CoLearn.Rounds;

/// <summary>A round for a program; README.md has its form.</summary>
internal static class RoundJson
{
    public static object Content(RoundRecord round) => new
    {
        round = round.Index,
        outcome = Json.Word(round.Outcome),
        proposers = round.Facts.Proposers,
        approvals = round.Facts.Approvals,
        electors = round.Facts.Electors.Count,
        meanVoteScore = round.MeanVoteScore,
        meanTestScore = round.MeanTestScore,
        seconds = round.Measurements.WallSeconds,
        failure = round.Facts.Failure is { } failure ? Json.Word(failure) : null,
        reason = round.Facts.Reason,
        votes = round.Facts.Votes.Select(vote => new
        {
            learner = vote.Learner,
            elector = vote.Elector,
            answer = Json.Word(vote.Answer),
            voteScore = vote.VoteScore,
            testScore = vote.TestScore,
            reason = vote.Reason,
        }),
        hash = round.Hash,
    };
}
