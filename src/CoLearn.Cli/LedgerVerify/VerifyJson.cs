using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoLearn.LedgerVerify;

/// <summary>The result for a program; README.md has its form.</summary>
internal static class VerifyJson
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Of(VerifyResult result) => JsonSerializer.Serialize(Content(result), Layout) + "\n";

    private static object Content(VerifyResult result)
    {
        var report = result.Report;
        return new
        {
            file = result.Options.File,
            exitCode = result.ExitCode,
            collective = report.Header?.Collective,
            model = report.Header?.Model,
            fingerprint = report.Header?.Fingerprint,
            seed = report.Header?.Seed,
            records = report.Records,
            lastIndex = report.LastIndex,
            head = report.Head,
            findings = report.Findings.Select(finding => new
            {
                fault = Word(finding.Fault),
                line = finding.Line,
                index = finding.Index,
                lastIndex = finding.LastIndex,
                sentence = finding.Sentence,
            }),
            cluster = result.Options.Cluster is null ? null : new
            {
                problem = result.ClusterProblem,
                differences = result.Cluster?.Differences ?? [],
                learners = (result.Cluster?.Learners ?? []).Select(learner => new
                {
                    learner = learner.Learner,
                    verdict = Word(learner.Verdict),
                    round = learner.Round,
                    head = learner.Head,
                    sentence = learner.Sentence,
                }),
            },
        };
    }

    private static string Word<T>(T value)
        where T : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
