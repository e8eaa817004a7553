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

    public static void Write(string path, CollectiveRun run, BaselineResult? individual, RunMeasurements measurements)
        => WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(Content(run, individual, measurements), Layout));

    // Properties are written in the order in which they stand here.
    private static Dictionary<string, object?> Content(CollectiveRun run, BaselineResult? individual, RunMeasurements measurements)
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
                voteExamples = rule.VoteExamples == 0 ? (int?)null : rule.VoteExamples,
                strategy = rule.Strategy,
                contributors = Contributors(rule, run.Learners.Count),
            },
            ["seed"] = status.Seed,
            ["learners"] = run.Learners,
            ["data"] = run.Learners.ToDictionary(learner => learner, learner => Data(status.Data[learner])),
            ["settings"] = run.Learners.ToDictionary(learner => learner, learner => Settings(status, learner)),
            ["rounds"] = run.Rounds.Select(Round),
            // Where only the baseline ran, the collective has learned nothing that could be compared with it.
            ["meanTestScore"] = individual is null ? run.MeanTestScore : null,
            ["unionTestScore"] = individual is null ? run.UnionTestScore : null,
        };
        if (individual is not null)
            content["individual"] = new { sameTotal = Training(individual.SameTotal), sameEach = Training(individual.SameEach) };
        content["measurements"] = new
        {
            totalSeconds = measurements.TotalSeconds,
            peakMemoryBytes = measurements.PeakMemoryBytes,
            threads = measurements.Threads,
        };
        return content;
    }

    // The rule says 0 for all of them.
    private static int? Contributors(CollectiveRule rule, int learners)
        => rule.Strategy != Strategies.Average ? null : rule.Contributors == 0 ? learners : rule.Contributors;

    private static object Data(DataSummary data)
        => new { trainExamples = data.TrainExamples, voteExamples = data.VoteExamples, testExamples = data.TestExamples, voteSetHash = data.VoteSetHash };

    private static Dictionary<string, string> Settings(CollectiveStatus status, string learner)
        => status.Settings.TryGetValue(learner, out var settings) ? settings.ToDictionary(setting => setting.Name, setting => setting.Value) : [];

    private static object Round(RoundRecord round) => new
    {
        index = round.Index,
        outcome = Word(round.Outcome),
        proposers = round.Facts.Proposers,
        contributions = round.Facts.Contributions.Select(contribution => new
        {
            learner = contribution.Learner,
            weightsHash = contribution.WeightsHash,
            trainExamples = contribution.TrainExamples,
            reason = contribution.Reason,
        }),
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
