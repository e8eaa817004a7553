using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoLearn.Examples.Iris.Rows;

/// <summary>One learner's private flowers; no flower is in two of the sets.</summary>
internal sealed record IrisRows(IReadOnlyList<IrisRow> Train, IReadOnlyList<IrisRow> Vote, IReadOnlyList<IrisRow> Test)
{
    private const int FewExamples = 50;

    public DataSummary Summary(string learner) => new(Train.Count, Vote.Count, Test.Count, Hash(Vote), Warnings(learner));

    /// <summary>Scores weights by how they judge each flower, on the vote set and on the test set.</summary>
    public Scores Scores(CollectiveRule rule, Func<IrisRow, Judgement> judge)
    {
        var (voteAccuracy, voteLoss) = Measure(Vote, judge);
        var (testAccuracy, testLoss) = Measure(Test, judge);
        return rule.Criterion switch
        {
            "accuracy" => new(voteAccuracy, voteLoss, testAccuracy),
            "loss" => new(voteLoss, voteLoss, testLoss),
            var other => throw new InvalidOperationException($"The criterion '{other}' is not known here; use 'accuracy' or 'loss'."),
        };
    }

    private static (double Accuracy, double Loss) Measure(IReadOnlyList<IrisRow> rows, Func<IrisRow, Judgement> judge)
    {
        var judged = rows.Select(judge).ToArray();
        return (judged.Average(judgement => judgement.IsRight ? 1.0 : 0.0), judged.Average(judgement => -Math.Log(judgement.Probability)));
    }

    private static string Hash(IReadOnlyList<IrisRow> rows)
    {
        var lines = rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', row.Features)},{row.Species}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private string[] Warnings(string learner) => Vote.Count >= FewExamples ? [] :
        [$"The vote set of learner '{learner}' has only {Vote.Count} examples; with fewer than {FewExamples}, votes depend much on chance."];
}
