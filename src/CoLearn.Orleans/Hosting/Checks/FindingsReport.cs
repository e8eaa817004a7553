namespace CoLearn.Hosting;

/// <summary>Findings for a reader, and for a program.</summary>
internal static class FindingsReport
{
    public static string Text(IReadOnlyList<Finding> findings)
        => string.Concat(findings.Select(finding => $"{(finding.Holds ? '✓' : '✗')} {finding.Sentence}\n"));

    public static string Json(string site, IReadOnlyList<Finding> findings, int exitCode) => SiloJson.Of(new
    {
        site,
        exitCode,
        findings = findings.Select(finding => new { subject = finding.Subject, holds = finding.Holds, sentence = finding.Sentence }),
    });
}
