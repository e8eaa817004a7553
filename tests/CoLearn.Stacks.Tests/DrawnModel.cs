namespace CoLearn.Stacks;

/// <summary>A model whose layers fit.</summary>
internal sealed record DrawnModel(int Number, IReadOnlyList<int> Input, IReadOnlyList<DrawnLayer> Layers, IReadOnlyList<DrawnBlock> Blocks)
{
    public string Name => $"Model{Number}";

    public string InputAttribute { get; init; } = $"[Input({string.Join(", ", Input)})]";

    public string LossAttribute { get; init; } = "[CrossEntropyLoss]";

    public string OptimizerAttribute { get; init; } = "[Adam]";

    /// <summary>What stands behind the class.</summary>
    public string Appendix { get; init; } = "";

    public override string ToString() => $$"""
        {{string.Join("\n", Blocks)}}

        [Learner("model-{{Number}}", Data = typeof(Nothing))]
        {{InputAttribute}}
        [{{string.Join(", ", Layers)}}]
        {{LossAttribute}} {{OptimizerAttribute}}
        public sealed partial class {{Name}};
        {{Appendix}}
        """;
}
