using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>Draws the parameters of layers anew, as PyTorch does by default, but from a generator of one's own instead of the global one.</summary>
public static class ModuleInitializer
{
    /// <summary>
    /// Draws anew the module itself, or the layers that it directly consists of, also inside a Sequential or a <see cref="Residual"/>: linear and convolution layers
    /// uniformly in ±1/√(fan in), weight then bias; normalisation layers to ones and zeros, running means to 0, running variances to 1, counts to 0;
    /// the slopes of PReLU to what its constructor was given; embeddings from the standard normal distribution, but rows of zeros, as the padding's is,
    /// stay zeros; recurrent layers uniformly in ±1/√hidden.
    /// Other modules, and what is inside them, stay as their constructors made them.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="generator">Where to draw from, in the order in which the layers were registered.</param>
    public static void Redraw(Module module, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(generator);
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        RedrawLayers(module, generator, isRoot: true);
    }

    private static void RedrawLayers(Module module, Generator generator, bool isRoot)
    {
        switch (module)
        {
            case Linear linear:
                RedrawUniform(linear.weight, linear.bias, generator);
                break;
            case Convolution convolution:
                RedrawUniform(convolution.weight, convolution.bias, generator);
                break;
            case NormBase norm:
                Fill(norm.weight, norm.bias);
                norm.running_mean?.zero_();
                norm.running_var?.fill_(1);
                norm.num_batches_tracked?.zero_();
                break;
            case LayerNorm norm:
                Fill(norm.weight, norm.bias);
                break;
            case GroupNorm norm:
                Fill(norm.weight, norm.bias);
                break;
            case PReLU activation:
                activation.weight.fill_(activation.init);
                break;
            case Embedding embedding:
                RedrawEmbedding(embedding.weight!, generator);
                break;
            case LastState recurrence:
                foreach (var parameter in recurrence.parameters())
                    parameter.uniform_(-1 / Math.Sqrt(recurrence.Hidden), 1 / Math.Sqrt(recurrence.Hidden), generator);
                break;
            case TorchSharp.Modules.Sequential or Residual:
            case var _ when isRoot:
                foreach (var (_, child) in module.named_children())
                    RedrawLayers(child, generator, isRoot: false);
                break;
        }
    }

    // torch.nn.Linear and torch.nn.Conv2d: kaiming_uniform_(a = √5) is U(±1/√fan_in), and so is the bias. PyTorch counts the fan in from the
    // weight's second dimension, which a group shortens and which of a transposed convolution is the filters' own.
    private static void RedrawUniform(Tensor weight, Tensor? bias, Generator generator)
    {
        var fanIn = weight.shape[1..].Aggregate(1L, (product, extent) => product * extent);
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        weight.uniform_(-bound, bound, generator);
        bias?.uniform_(-bound, bound, generator);
    }

    // TorchSharp's embedding does not say which row its padding has, but its constructor fills that one with zeros.
    private static void RedrawEmbedding(Tensor weight, Generator generator)
    {
        var isPadding = weight.eq(0).all(1, keepdim: true);
        weight.normal_(0, 1, generator).masked_fill_(isPadding, 0);
    }

    private static void Fill(Tensor? weight, Tensor? bias)
    {
        weight?.fill_(1);
        bias?.zero_();
    }
}
