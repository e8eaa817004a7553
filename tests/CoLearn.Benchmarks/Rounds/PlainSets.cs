using System.Globalization;
using CoLearn.Data;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>A learner's sets, ready to be computed with.</summary>
internal sealed record PlainSets(PlainSet Train, PlainSet Vote, PlainSet Test)
{
    /// <summary>The same examples for each learner as in the collective.</summary>
    public static IReadOnlyList<PlainSets> Load(string directory, int learners)
    {
        var all = new List<PlainSets>();
        for (var index = 0; index < learners; index++)
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Path"] = directory,
                ["Shard:Count"] = learners.ToString(CultureInfo.InvariantCulture),
                ["Shard:Index"] = index.ToString(CultureInfo.InvariantCulture),
            }).Build();
            using var sets = new IdxData().LoadAsync(new("plain", "plain", "plain", 0), settings, CancellationToken.None).GetAwaiter().GetResult();
            all.Add(new(PlainSet.Of(sets.Train), PlainSet.Of(sets.Vote), PlainSet.Of(sets.Test!)));
        }

        return all;
    }
}
