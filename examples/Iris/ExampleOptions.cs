using System.Globalization;

namespace CoLearn.Examples.Iris;

/// <summary>What the command line asks for.</summary>
internal sealed record ExampleOptions
{
    public const string Usage = "Usage: dotnet run --project examples/Iris -- [forest|linear] [--rounds 10] [--seed 1] [--learners 3] [--ties byloss|reject|approve]";

    private const int MostLearners = 37;

    /// <summary>Which learner runs; both, one after the other, by default.</summary>
    public string? Learner { get; private init; }

    public int Rounds { get; private init; } = 10;

    public int Seed { get; private init; } = 1;

    public int Learners { get; private init; } = 3;

    /// <summary>What an equal score counts as; what the learner's class says by default.</summary>
    public Ties? Ties { get; private init; }

    /// <summary>The options, or what is wrong with the command line in one sentence.</summary>
    public static (ExampleOptions Options, string? Problem) Parse(IReadOnlyList<string> args)
    {
        var options = new ExampleOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var value = args.ElementAtOrDefault(i + 1);
            var known = (args[i], Number(value)) switch
            {
                ("forest" or "linear", _) => options with { Learner = args[i] },
                ("--rounds", >= 1 and var rounds) => options with { Rounds = rounds },
                ("--seed", >= 0 and var seed) => options with { Seed = seed },
                ("--learners", >= 1 and <= MostLearners and var learners) => options with { Learners = learners },
                ("--ties", null) when Enum.TryParse<Ties>(value, ignoreCase: true, out var ties) => options with { Ties = ties },
                _ => null,
            };
            if (known is null)
                return (options, $"'{string.Join(' ', args.Skip(i).Take(2))}' is not understood: a learner is forest or linear, rounds are 1 or more, a seed is 0 or more, learners are 1 to {MostLearners}, ties are byloss, reject or approve.");
            options = known;
            i += args[i].StartsWith("--", StringComparison.Ordinal) ? 1 : 0;
        }

        return (options, null);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
