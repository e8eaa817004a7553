using CoLearn.Rounds;

namespace CoLearn.Learners;

/// <summary>Asks a learner to score a proposal and, where it is an elector, to vote.</summary>
[GenerateSerializer, Immutable, Alias("colearn.VoteRequest")]
public sealed record VoteRequest
{
    /// <summary>What is asked of whom.</summary>
    [Id(0)]
    public required WorkId Work { get; init; }

    /// <summary>The proposed weights.</summary>
    [Id(1)]
    public required string ProposalHash { get; init; }

    /// <summary>Whether a vote is asked, or scores only.</summary>
    [Id(2)]
    public required bool Elector { get; init; }

    /// <summary>The accepted weights, which the proposal has to beat; <see langword="null"/> in the initial round.</summary>
    [Id(3)]
    public string? AcceptedHash { get; init; }

    /// <summary>The learner's reference score as last recorded; <see langword="null"/> where there is none.</summary>
    [Id(4)]
    public Reference? Reference { get; init; }

    /// <summary>The hash of the last record.</summary>
    [Id(5)]
    public required string PreviousHash { get; init; }

    /// <summary>The round's trace context, in the form of the W3C <c>traceparent</c> header.</summary>
    [Id(6)]
    public string? TraceParent { get; init; }
}
