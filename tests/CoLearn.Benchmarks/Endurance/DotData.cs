using CoLearn.Data;
using Microsoft.Extensions.Configuration;
using static TorchSharp.torch;

namespace CoLearn.Benchmarks.Endurance;

/// <summary>Eight points in the plane, and which of their coordinates is larger.</summary>
internal sealed class DotData : ILearnerData<LearnerSets>
{
    private static readonly float[] Points = [1, 0, 0, 1, 3, 2, 2, 3, 5, 1, 1, 5, 4, 3, 3, 4];

    public Task<LearnerSets> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation)
        => Task.FromResult(new LearnerSets(Set(), Set(), Set()));

    private static ExampleSet Set()
    {
        using var scope = NewDisposeScope();
        var points = tensor(Points, [Points.Length / 2, 2]);
        return new(points, points.argmax(1));
    }
}
