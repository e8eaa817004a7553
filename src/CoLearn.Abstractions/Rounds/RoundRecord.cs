namespace CoLearn;

/// <summary>A finished round.</summary>
/// <param name="Facts">What was decided and on what grounds.</param>
/// <param name="Hash">The chain hash: SHA-256 of the facts, see <see cref="Ledger.RecordHash"/>.</param>
/// <param name="Measurements">What was measured.</param>
[GenerateSerializer, Immutable, Alias("colearn.RoundRecord")]
public sealed record RoundRecord([property: Id(0)] RoundFacts Facts, [property: Id(1)] string Hash, [property: Id(2)] RoundMeasurements Measurements)
{
    /// <summary>The round's index.</summary>
    public int Index => Facts.Index;

    /// <summary>How the round ended.</summary>
    public Outcome Outcome => Facts.Outcome;

    /// <summary>Whether the proposed weights became the accepted ones: <see cref="Outcome.Initial"/> or <see cref="Outcome.Accepted"/>.</summary>
    public bool ChangesWeights => Facts.Outcome is Outcome.Initial or Outcome.Accepted;

    /// <summary>The mean of the learners' test scores; <see langword="null"/> where there is none.</summary>
    public double? MeanTestScore => Mean(Facts.Votes.Select(vote => vote.TestScore));

    /// <summary>The mean of the learners' vote scores; <see langword="null"/> where there is none.</summary>
    public double? MeanVoteScore => Mean(Facts.Votes.Select(vote => vote.VoteScore));

    private static double? Mean(IEnumerable<double?> scores) => scores.Average();
}
