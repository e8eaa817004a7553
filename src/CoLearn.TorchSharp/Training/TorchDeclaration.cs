namespace CoLearn.Training;

/// <summary>What the attributes of a TorchSharp learner say. Written by generated code.</summary>
public sealed record TorchDeclaration
{
    /// <summary>The model's name in the cluster.</summary>
    public required string Name { get; init; }

    /// <summary>The fingerprint that the layers have, see <see cref="CoLearn.Training.Fingerprint"/>; empty to take it from the module.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The shape of one example's features, such as (1, 28, 28).</summary>
    public required IReadOnlyList<int> Input { get; init; }

    /// <summary>How many tokens the first layer, an embedding, knows: features are then int64, each from 0 to one less.</summary>
    /// <value>0 by default, where features are numbers.</value>
    public int Tokens { get; init; }

    /// <summary>What training makes smaller.</summary>
    public required LossKind Loss { get; init; }

    /// <summary>Which optimizer trains, and how.</summary>
    public required OptimizerSettings Optimizer { get; init; }

    /// <summary>How much a proposer trains.</summary>
    public required TrainingSettings Training { get; init; }

    /// <summary>The rule that a collective starts from.</summary>
    public required CollectiveRule Rule { get; init; }

    /// <summary>
    /// The layers that attributes declare; empty for a module of one's own. Layers declared by attributes begin with PyTorch's default initial
    /// parameters, drawn from the round's seed; a module of one's own begins as its constructor makes it.
    /// </summary>
    public required IReadOnlyList<LayerSummary> Layers { get; init; }

    /// <summary>A criterion of one's own.</summary>
    /// <value><see langword="null"/> by default: the rule names a built-in criterion.</value>
    public ITensorScore? Score { get; init; }
}
