using CoLearn.Benchmarks.Digits;

namespace CoLearn.Benchmarks.Startup;

/// <summary>Whether a collective starts as quickly as the two things it consists of, started one after the other.</summary>
internal sealed class StartupBenchmark : IBenchmark
{
    private const double AtMostTimes = 1.0;

    public string Name => "startup";

    public string About => "From a process's start to the first trained proposal and the first accepted round, against a plain TorchSharp program and a bare silo.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options)
    {
        using var digits = new DigitsDirectory(options.Data);
        (string Case, StartupPlan Collective)[] variants =
        [
            ("50 batches", new() { Program = StartedProgram.Collective, Directory = digits.FullName, Batches = 50 }),
            ("an epoch", new() { Program = StartedProgram.Collective, Directory = digits.FullName }),
        ];
        var repetitions = options.Quick ? 2 : 5;
        return [.. variants.SelectMany(variant => Rows(variant.Case, variant.Collective, repetitions))];
    }

    private IEnumerable<Row> Rows(string @case, StartupPlan collective, int repetitions)
    {
        var plain = collective with { Program = StartedProgram.Plain };
        List<Moments> took = [], floor = [];
        // Once unmeasured: what is read from disk for the first time is nobody's.
        for (var repetition = -1; repetition < repetitions; repetition++)
        {
            var one = Until(collective);
            var (inTurn, sideBySide) = (Until(plain), Until(plain with { SideBySide = true }));
            var silo = StartupProcess.Seconds(new() { Program = StartedProgram.Silo }, StartupProgram.Started)[0];
            if (repetition < 0)
                continue;
            took.Add(one);
            floor.Add(new(silo + Math.Min(inTurn.Proposed, sideBySide.Proposed), silo + Math.Min(inTurn.Accepted, sideBySide.Accepted)));
        }

        yield return Of("the first proposal", moments => moments.Proposed);
        yield return Of("the first accepted round", moments => moments.Accepted);

        Row Of(string what, Func<Moments, double> moment)
            => Row.Of(Name, $"{@case}: to {what}", "s", new Sample(took.Select(moment)), new Sample(floor.Select(moment)), AtMostTimes);
    }

    private static Moments Until(StartupPlan plan)
        => StartupProcess.Seconds(plan, StartupProgram.Proposed, StartupProgram.Accepted) is [var proposed, var accepted] ? new(proposed, accepted) : throw new InvalidOperationException();

    private sealed record Moments(double Proposed, double Accepted);
}
