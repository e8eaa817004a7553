using CoLearn.Data;
using Microsoft.Extensions.Configuration;
using static TorchSharp.torch;

namespace CoLearn.Collectives;

/// <summary>Seven tokens a sentence, of which the last is 1 or 2, with the class 0 or 1.</summary>
internal sealed class SentenceData : ILearnerData<LearnerSets>
{
    public Task<LearnerSets> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation) =>
        Task.FromResult(new LearnerSets(Examples(400, 1), Examples(100, 2), Examples(100, 3)));

    public static ExampleSet Examples(int count, long seed)
    {
        var random = new SeededRandom(seed);
        var tokens = Enumerable.Range(0, count * 7).Select(_ => (long)random.Below(6)).ToArray();
        var classes = new long[count];
        for (var example = 0; example < count; example++)
        {
            classes[example] = random.Below(2);
            tokens[(example * 7) + 6] = 1 + classes[example];
        }

        return new ExampleSet(tensor(tokens, [count, 7]), tensor(classes));
    }
}
