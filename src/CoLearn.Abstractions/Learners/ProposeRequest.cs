using CoLearn.Rounds;

namespace CoLearn.Learners;

/// <summary>Asks a learner to train and propose.</summary>
[GenerateSerializer, Immutable, Alias("colearn.ProposeRequest")]
public sealed record ProposeRequest
{
    /// <summary>What is asked of whom.</summary>
    [Id(0)]
    public required WorkId Work { get; init; }

    /// <summary>The weights to train from; <see langword="null"/> asks for initial weights.</summary>
    [Id(1)]
    public string? AcceptedHash { get; init; }

    /// <summary>The hash of the last record.</summary>
    [Id(2)]
    public required string PreviousHash { get; init; }

    /// <summary>The round's trace context, in the form of the W3C <c>traceparent</c> header; <see langword="null"/> where nobody traces.</summary>
    [Id(3)]
    public string? TraceParent { get; init; }
}
