using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>
/// Layers whose output is added to their input: y = F(x) + x, or y = F(x) + P(x) with a projection P. K. He et al., "Deep Residual Learning for
/// Image Recognition", 2016, equations 1 and 2.
/// </summary>
public sealed class Residual : Module<Tensor, Tensor>
{
    /// <summary>What the projection is called among the layers.</summary>
    public const string Projection = "projection";

    private readonly Module<Tensor, Tensor>[] body;
    private readonly Module<Tensor, Tensor>? projection;

    /// <summary>Makes the residual. The layers become its own.</summary>
    /// <param name="body">The layers F, by their names among the parameters; at least one, none of them called <c>projection</c>.</param>
    /// <param name="projection">The layers P, whose output has the shape of F's; <see langword="null"/> where the input is added as it is.</param>
    public Residual((string Name, Module<Tensor, Tensor> Layer)[] body, (string Name, Module<Tensor, Tensor> Layer)[]? projection = null)
        : base(nameof(Residual))
    {
        ArgumentNullException.ThrowIfNull(body);
        this.body = [.. body.Select(layer => layer.Layer)];
        foreach (var (name, layer) in body)
            register_module(name, layer);
        if (projection is null)
            return;
        this.projection = Sequential(projection);
        register_module(Projection, this.projection);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input;
        foreach (var layer in body)
            x = layer.call(x);
        return x.add(projection is null ? input : projection.call(input)).MoveToOuterDisposeScope();
    }
}
