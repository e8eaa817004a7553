using System.Collections.Concurrent;

namespace CoLearn.Toy;

/// <summary>What a test wants of a learner besides its arithmetic: to wait, to throw, to count, to make something else. Found by the name in the learner's settings.</summary>
internal sealed class Mood : IDisposable
{
    private static readonly ConcurrentDictionary<string, Mood> Known = new();
    private static readonly Mood Calm = new();

    private Mood()
    {
    }

    public string Name { get; } = Guid.NewGuid().ToString("N");

    public Action<LearnerContext> OnLoad { get; set; } = _ => { };

    public Action<RoundContext> BeforeInitial { get; set; } = _ => { };

    public Action<RoundContext> BeforePropose { get; set; } = _ => { };

    public Action<Weights, RoundContext> BeforeTest { get; set; } = (_, _) => { };

    public Func<Weights, RoundContext, Weights> Made { get; set; } = (weights, _) => weights;

    public Func<Scores, RoundContext, Scores> Scored { get; set; } = (scores, _) => scores;

    public static Mood New()
    {
        var mood = new Mood();
        Known[mood.Name] = mood;
        return mood;
    }

    public static Mood Of(string? name) => name is null ? Calm : Known[name];

    public void Dispose() => Known.TryRemove(Name, out _);
}
