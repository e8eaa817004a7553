using CoLearn.Data;
using static TorchSharp.torch;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>Examples as two tensors, ready to be computed with.</summary>
internal sealed record PlainSet(Tensor Features, Tensor Targets)
{
    public int Count => (int)Features.shape[0];

    /// <summary>The examples of a learner's set: its features as numbers, scaled once and for all.</summary>
    public static PlainSet Of(ExampleSet set)
    {
        using var scope = NewDisposeScope();
        return new(set.Features.to(ScalarType.Float32).mul(set.Scale).DetachFromDisposeScope(), set.Targets.alias().DetachFromDisposeScope());
    }
}
