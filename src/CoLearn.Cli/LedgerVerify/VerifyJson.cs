using CoLearn.Shell;

namespace CoLearn.LedgerVerify;

/// <summary>The result for a program; README.md has its form.</summary>
internal static class VerifyJson
{
    public static string Of(VerifyResult result) => Json.Of(Content(result));

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
                fault = Json.Word(finding.Fault),
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
                    verdict = Json.Word(learner.Verdict),
                    round = learner.Round,
                    head = learner.Head,
                    sentence = learner.Sentence,
                }),
            },
        };
    }
}
