using CoLearn.Examples.Iris.Rows;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Examples.Iris;

/// <summary>The irises that travel with the example, and work on them without a silo.</summary>
internal static class Flowers
{
    public static LearnerContext Learner { get; } = new("c", "ann", "iris", CollectiveSeed: 1);

    public static IReadOnlyList<IrisRow> All { get; } = Parse();

    /// <summary>One learner that has all the flowers.</summary>
    public static IrisRows Rows { get; } = Load(Learner, Settings()).GetAwaiter().GetResult();

    public static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
        .Build();

    public static Task<IrisRows> Load(LearnerContext learner, IConfiguration settings) => new IrisData().LoadAsync(learner, settings, default);

    public static RoundContext Round(int index = 1, string criterion = "accuracy")
        => new(Learner, index, new() { Criterion = criterion }, new NoSlot(), Threads: 1, default);

    private static IReadOnlyList<IrisRow> Parse()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data", "iris.csv");
        return IrisFile.Parse(path, File.ReadAllLines(path));
    }

    /// <summary>These learners borrow nothing.</summary>
    private sealed class NoSlot : IComputeSlot
    {
        public int Index => 0;

        public T Lend<T>(object key, Func<T> create)
            where T : class
            => throw new NotSupportedException();
    }
}
