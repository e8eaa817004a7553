using CoLearn.Data;
using Microsoft.Extensions.Configuration;
using TorchSharp;
using static TorchSharp.torch;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>Small noisy pictures of lines that lie, stand or cross, other ones for each learner and the same ones whenever it loads them.</summary>
internal sealed class StripeData : ILearnerData<LearnerSets>
{
    private const int Kinds = 3;
    private const int Side = 8;

    public Task<LearnerSets> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation)
        => Task.FromResult(new LearnerSets(Draw(context, "train", 48), Draw(context, "vote", 30), Draw(context, "test", 30)));

    private static ExampleSet Draw(LearnerContext context, string purpose, int count)
    {
        using var scope = NewDisposeScope();
        using var generator = new torch.Generator((ulong)context.Seed(purpose));
        var kinds = randint(0, Kinds, [count], int64, generator: generator);
        var lines = (arange(Side) % 2).to(float32);
        var patterns = stack([lines.expand(Side, Side), lines.unsqueeze(1).expand(Side, Side), (lines + lines.unsqueeze(1)) % 2]);
        return new(patterns.index_select(0, kinds).unsqueeze(1) + randn([count, 1, Side, Side], generator: generator) * 1.5, kinds);
    }
}
