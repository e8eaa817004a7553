using CoLearn.Rounds;

namespace CoLearn.Learners;

/// <summary>What a learner keeps beyond its activation: which proposal it began and what became of it, so that nothing is trained twice; and the last outcome it was told.</summary>
[GenerateSerializer, Immutable, Alias("colearn.LearnerNote")]
internal sealed record LearnerNote
{
    /// <summary>The proposal that it began last.</summary>
    [Id(0)]
    public WorkId? Begun { get; init; }

    /// <summary>What became of it; <see langword="null"/> while it trains, or where it was lost meanwhile.</summary>
    [Id(1)]
    public ProposalReport? Report { get; init; }

    [Id(2)]
    public Standing? Standing { get; init; }
}
