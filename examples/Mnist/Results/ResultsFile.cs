using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoLearn.Examples.Mnist;

/// <summary>What a run came to, as JSON. Everything but <c>measurements</c> is equal for equal seeds.</summary>
internal static class ResultsFile
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string path, CollectiveRun run, BaselineResult? individual, double totalSeconds, long peakMemoryBytes)
        => WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(Content(run, individual, totalSeconds, peakMemoryBytes), Layout));

    // Properties are written in the order in which they stand here.
    private static Dictionary<string, object?> Content(CollectiveRun run, BaselineResult? individual, double totalSeconds, long peakMemoryBytes)
    {
        var status = run.Status;
        var rule = status.Rule!;
        var content = new Dictionary<string, object?>
        {
            ["collective"] = status.Collective,
            ["model"] = status.Model,
            ["fingerprint"] = status.Fingerprint,
            ["rule"] = new
            {
                criterion = rule.Criterion,
                minimise = rule.Minimise,
                ties = Word(rule.Ties),
                threshold = rule.Threshold,
                strategy = rule.Strategy,
            },
            ["seed"] = status.Seed,
            ["learners"] = run.Learners,
            ["rounds"] = run.Rounds.Select(Round),
            // Where only the baseline ran, the collective has learned nothing that could be compared with it.
            ["meanTestScore"] = individual is null ? run.MeanTestScore : null,
            ["unionTestScore"] = individual is null ? run.UnionTestScore : null,
        };
        if (individual is not null)
            content["individual"] = new { sameTotal = Training(individual.SameTotal), sameEach = Training(individual.SameEach) };
        content["measurements"] = new { totalSeconds, peakMemoryBytes };
        return content;
    }

    private static object Round(RoundRecord round) => new
    {
        index = round.Index,
        outcome = Word(round.Outcome),
        proposers = round.Facts.Proposers,
        proposalHash = round.Facts.ProposalHash,
        reason = round.Facts.Reason,
        votes = round.Facts.Votes.Select(vote => new
        {
            learner = vote.Learner,
            elector = vote.Elector,
            vote = Word(vote.Answer),
            voteScore = vote.VoteScore,
            testScore = vote.TestScore,
            reason = vote.Reason,
        }),
        previousHash = round.Facts.PreviousHash,
        hash = round.Hash,
        measurements = new
        {
            proposeSeconds = round.Measurements.ProposeSeconds,
            voteSeconds = round.Measurements.VoteSeconds,
            acceptSeconds = round.Measurements.AcceptSeconds,
            wallSeconds = round.Measurements.WallSeconds,
        },
    };

    private static object Training(BaselineTraining training) => new
    {
        proposals = training.Proposals,
        meanOwnScore = training.MeanOwnScore,
        meanUnionScore = training.MeanUnionScore,
        learners = training.Learners.Select(score => new { learner = score.Learner, ownScore = score.OwnScore, unionScore = score.UnionScore }),
    };

    // The command line's words, too: byloss, accepted, abstain.
    private static string Word<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}
