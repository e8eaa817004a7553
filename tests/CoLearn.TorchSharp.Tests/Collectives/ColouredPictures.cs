using CoLearn.Data;
using Microsoft.Extensions.Configuration;
using static TorchSharp.torch;

namespace CoLearn.Collectives;

/// <summary>
/// Seeded pictures of three channels, 32 × 32 points where the settings <c>Height</c> and <c>Width</c> say no other; the class, 0 to 2, is the brightest channel.
/// </summary>
internal sealed class ColouredPictures : ILearnerData<LearnerSets>
{
    public Task<LearnerSets> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation)
    {
        var (height, width) = (configuration.GetValue("Height", 32L), configuration.GetValue("Width", 32L));
        return Task.FromResult(new LearnerSets(Pictures(48, context.Seed("train")), Pictures(50, context.Seed("vote"))));

        ExampleSet Pictures(int count, long seed)
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator((ulong)seed);
            var classes = randint(0, 3, [count], ScalarType.Int64, generator: generator);
            var noise = rand([count, 3, height, width], generator: generator);
            var light = nn.functional.one_hot(classes, 3).to(ScalarType.Float32).reshape(count, 3, 1, 1);
            return new ExampleSet(noise.add(light), classes);
        }
    }
}
