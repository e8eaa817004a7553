namespace CoLearn.Examples.Mnist;

/// <summary>What the command line says; <see cref="CommandLineReader"/> has the defaults and checks.</summary>
internal sealed record ExampleOptions
{
    public required string Model { get; init; }

    public required int Learners { get; init; }

    public required int Rounds { get; init; }

    /// <summary>One of <see cref="Strategies"/>.</summary>
    public required string Strategy { get; init; }

    /// <summary>How many learners train for an averaged proposal; <see langword="null"/> for all.</summary>
    public int? Contributors { get; init; }

    public required double VoteThreshold { get; init; }

    public required Ties Ties { get; init; }

    public required int BatchSize { get; init; }

    public required double LearningRate { get; init; }

    /// <summary>How many vote examples are used; <see langword="null"/> for all.</summary>
    public int? VoteExamples { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Batches for each proposal instead of whole epochs; <see langword="null"/> for epochs.</summary>
    public int? ProposalBatches { get; init; }

    public required long Seed { get; init; }

    public required int Threads { get; init; }

    public required string Data { get; init; }

    public string? Json { get; init; }

    public string? Ledger { get; init; }

    public required string Plot { get; init; }

    public bool Trace { get; init; }

    public bool Individual { get; init; }

    /// <summary>Results to compare instead of a run; <see langword="null"/> for a run.</summary>
    public IReadOnlyList<string>? Compare { get; init; }
}
