using Microsoft.Extensions.Configuration;

namespace CoLearn.Toy;

/// <summary>Local collectives of <see cref="CompassModel"/>s.</summary>
internal static class Compasses
{
    public static IConfiguration Settings(double wish, Mood? mood = null) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Wish"] = FormattableString.Invariant($"{wish}"), ["Mood"] = mood?.Name })
        .Build();

    /// <summary>Learners that share one mood and all want to go to 8.</summary>
    public static LocalOptions Options(int learners, Mood? mood = null) => new()
    {
        Learners = learners,
        Threads = 2,
        Settings = { ["Wish"] = "8", ["Mood"] = mood?.Name },
    };
}
