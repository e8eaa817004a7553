namespace CoLearn;

/// <summary>A line of a model's table of layers.</summary>
/// <param name="Name">The layer's name in the weights, such as <c>conv1</c>; parameters are <c>conv1.weight</c> and so on.</param>
/// <param name="Kind">
/// The attribute's name, such as <c>Conv2d</c>; for a module of one's own that of the layer's class, or <c>Parameter</c> for one it holds itself.
/// </param>
/// <param name="Output">The shape of one example after the layer; empty where a module of one's own does not show it.</param>
/// <param name="Parameters">How many numbers it learns.</param>
public sealed record LayerSummary(string Name, string Kind, IReadOnlyList<int> Output, long Parameters)
{
    /// <summary>The layers of a block, whose parameters are counted in this line too.</summary>
    /// <value>Empty by default: a layer that holds no others.</value>
    public IReadOnlyList<LayerSummary> Layers { get; init; } = [];
}
