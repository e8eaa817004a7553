using CoLearn.Rounds;

namespace CoLearn.Learners;

/// <summary>Tells a learner how a round ended.</summary>
[GenerateSerializer, Immutable, Alias("colearn.AcceptRequest")]
public sealed record AcceptRequest
{
    /// <summary>What is asked of whom.</summary>
    [Id(0)]
    public required WorkId Work { get; init; }

    /// <summary>The weights that everybody goes on with; <see langword="null"/> where there are none yet.</summary>
    [Id(1)]
    public string? AcceptedHash { get; init; }

    /// <summary>This round's proposal; <see langword="null"/> where there was none.</summary>
    [Id(5)]
    public string? ProposalHash { get; init; }

    /// <summary>Whether this round's proposal became the accepted weights.</summary>
    [Id(2)]
    public required bool Accepted { get; init; }

    /// <summary>The round's record, the new head of the chain.</summary>
    [Id(3)]
    public required string RecordHash { get; init; }

    /// <summary>The round's trace context, in the form of the W3C <c>traceparent</c> header.</summary>
    [Id(4)]
    public string? TraceParent { get; init; }
}
