using CoLearn;
using CoLearn.Data;
using Microsoft.Extensions.Configuration;
using static TorchSharp.torch;

namespace Separate.Models;

/// <summary>Points of a square, drawn from the learner's own seed; the diagonal parts them.</summary>
public sealed class SideData : ILearnerData<LearnerSets>
{
    /// <inheritdoc />
    public Task<LearnerSets> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation)
    {
        var random = new SeededRandom(context.Seed("points"));
        return Task.FromResult(new LearnerSets(Draw(200, random), Draw(100, random), Draw(100, random)));
    }

    private static ExampleSet Draw(int count, SeededRandom random)
    {
        var points = new float[count, 2];
        var sides = new long[count];
        for (var i = 0; i < count; i++)
        {
            (points[i, 0], points[i, 1]) = (random.Below(1000) / 1000f, random.Below(1000) / 1000f);
            sides[i] = points[i, 0] > points[i, 1] ? 1 : 0;
        }

        return new ExampleSet(tensor(points), tensor(sides));
    }
}
