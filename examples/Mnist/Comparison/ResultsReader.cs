using System.Globalization;
using System.Text.Json;

namespace CoLearn.Examples.Mnist;

/// <summary>Reads what <see cref="ResultsFile"/> wrote.</summary>
internal static class ResultsReader
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a run.</summary>
    /// <exception cref="ComparisonException">The file cannot be read, or is none that can be compared.</exception>
    public static ComparedRun Read(string file)
    {
        try
        {
            var results = JsonSerializer.Deserialize<Results>(File.ReadAllBytes(file), Layout) ?? throw new JsonException();
            return Run(file, results);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ComparisonException($"The results '{file}' cannot be read: {exception.Message}", exception);
        }
        catch (JsonException exception)
        {
            throw new ComparisonException($"'{file}' holds no results that --json wrote.", exception);
        }
    }

    private static ComparedRun Run(string file, Results results)
    {
        if (results.Individual is not null)
            throw new ComparisonException($"'{file}' holds the results of --individual, where nobody proposes anything to others.");
        if (results.Rounds.Count < 2)
            throw new ComparisonException($"'{file}' holds no round after the initial one.");

        return new ComparedRun
        {
            File = file,
            Model = results.Model,
            Criterion = results.Rule.Criterion,
            Learners = results.Learners.Count,
            TrainExamples = results.Data.Values.Sum(data => data.TrainExamples),
            Contributors = results.Rule.Contributors,
            Seed = results.Seed,
            Threads = results.Measurements.Threads,
            Conditions = [.. Conditions(results)],
            VoteSets = string.Join(' ', results.Learners.Select(learner => results.Data.GetValueOrDefault(learner)?.VoteSetHash)),
            Rounds = Rounds(file, results),
        };
    }

    private static IEnumerable<(string Name, string Value)> Conditions(Results results)
    {
        yield return ("the model", results.Model);
        yield return ("the number of learners", Text(results.Learners.Count));
        foreach (var learner in results.Learners)
        {
            foreach (var (name, value) in results.Settings.GetValueOrDefault(learner) ?? [])
                yield return ($"{name} of '{learner}'", value);
            var data = results.Data.GetValueOrDefault(learner);
            yield return ($"the number of train examples of '{learner}'", Text(data?.TrainExamples));
            yield return ($"the number of vote examples of '{learner}'", Text(data?.VoteExamples));
            yield return ($"the number of test examples of '{learner}'", Text(data?.TestExamples));
        }

        yield return ("the vote threshold", results.Rule.Threshold.ToString(CultureInfo.InvariantCulture));
        yield return ("the rule for ties", results.Rule.Ties);
        yield return ("the criterion", results.Rule.Criterion);
        yield return ("the number of vote examples used", Text(results.Rule.VoteExamples));
        yield return ("the number of rounds", Text(results.Rounds.Count - 1));
        yield return ("the fingerprint", results.Fingerprint);
    }

    private static List<ComparedRound> Rounds(string file, Results results)
    {
        var rounds = new List<ComparedRound>();
        foreach (var round in results.Rounds)
        {
            var score = rounds.Count == 0 || round.Outcome == "accepted" ? round.Votes.Average(vote => vote.TestScore) : rounds[^1].Score;
            // Whoever was left out of a mean trained, too.
            var trained = Math.Max(1, round.Contributions.Count);
            var (propose, vote) = (round.Measurements.ProposeSeconds, round.Measurements.VoteSeconds);
            rounds.Add(new ComparedRound(
                round.Outcome == "accepted",
                score ?? throw new ComparisonException($"'{file}' holds no test scores."),
                (propose / trained) + (vote / results.Learners.Count),
                propose + vote));
        }

        return rounds;
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "not given";

    // What is absent in the file and has a default here came to it later.
    private sealed record Results(
        string Model,
        string Fingerprint,
        Rule Rule,
        long Seed,
        IReadOnlyList<string> Learners,
        Dictionary<string, Data> Data,
        Dictionary<string, Dictionary<string, string>> Settings,
        IReadOnlyList<Round> Rounds,
        RunMeasured Measurements,
        JsonElement? Individual = null);

    private sealed record Rule(string Criterion, string Ties, double Threshold, int? Contributors, int? VoteExamples = null);

    private sealed record Data(int TrainExamples, int VoteExamples, int? TestExamples, string? VoteSetHash = null);

    private sealed record Round(string Outcome, IReadOnlyList<Vote> Votes, IReadOnlyList<Contribution> Contributions, RoundMeasured Measurements);

    private sealed record Vote(double? TestScore);

    private sealed record Contribution(string Learner);

    private sealed record RunMeasured(int Threads);

    private sealed record RoundMeasured(double ProposeSeconds, double VoteSeconds);
}
