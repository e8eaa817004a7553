namespace CoLearn.Examples.Mnist;

/// <summary>A collective's rounds so far, and what they amount to.</summary>
internal sealed class CollectiveRun(CollectiveStatus status)
{
    private readonly List<RoundRecord> rounds = [];

    /// <summary>What the collective was created with: model, rule, seed, learners and the counts of their data.</summary>
    public CollectiveStatus Status { get; } = status;

    public IReadOnlyList<string> Learners => Status.Learners;

    /// <summary>Whether several learners train for a proposal, and all vote.</summary>
    public bool Averages => Status.Rule?.Strategy == Strategies.Average;

    public IReadOnlyList<RoundRecord> Rounds => rounds;

    public int Accepts => rounds.Count(round => round.Outcome == Outcome.Accepted);

    /// <summary>The mean over learners of the accepted weights' test scores.</summary>
    public double? MeanTestScore => Accepted?.MeanTestScore;

    /// <summary>
    /// The accepted weights' score on all test sets together. Each learner scored them on its own; accuracy and loss are means over examples,
    /// so the union's is the mean of those, weighted by the sets' sizes.
    /// </summary>
    public double? UnionTestScore
    {
        get
        {
            var scores = (Accepted?.Facts.Votes ?? [])
                .Where(vote => vote.TestScore is not null)
                .Select(vote => (Score: vote.TestScore!.Value, Examples: Status.Data[vote.Learner].TestExamples ?? 0))
                .ToList();
            var examples = scores.Sum(score => score.Examples);
            return examples == 0 ? null : scores.Sum(score => score.Score * score.Examples) / examples;
        }
    }

    private RoundRecord? Accepted => rounds.LastOrDefault(round => round.ChangesWeights);

    public void Add(RoundRecord round) => rounds.Add(round);
}
