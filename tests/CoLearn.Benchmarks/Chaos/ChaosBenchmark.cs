namespace CoLearn.Benchmarks.Chaos;

/// <summary>What is left of a collective whose silos are killed, and how fast it goes on.</summary>
internal sealed class ChaosBenchmark : IBenchmark
{
    private const double WentOnWithin = 5;

    public string Name => "chaos";

    public string About => "Silos that are killed and started again: faults afterwards, and how long rounds stood still.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options)
    {
        if (RedisServer.Skip is { } missing)
            throw new MissingException(missing);
        return
        [
            .. RowsOf($"{(options.Quick ? 20 : 200)} rounds, idle cores", new(options.Quick ? 20 : 200, seed: 1, busyMilliseconds: 20, busyThreads: 1)),
            .. RowsOf($"{(options.Quick ? 12 : 60)} rounds, busy cores", new(options.Quick ? 12 : 60, seed: 2, busyMilliseconds: 300, busyThreads: Environment.ProcessorCount)),
            .. PhaseRows(),
        ];
    }

    private IEnumerable<Row> RowsOf(string @case, RandomKills kills)
    {
        var findings = kills.RunAsync(kill => Console.Error.WriteLine(FormattableString.Invariant($"{@case}: {kill}"))).GetAwaiter().GetResult();
        yield return Faults(@case, findings.Faults());
        yield return Row.Of(Name, $"{@case}: accepted", "rounds", new Sample([findings.Records.Count(record => record.Outcome == Outcome.Accepted)]));
        yield return Row.Of(Name, $"{@case}: failed", "rounds", new Sample([findings.Records.Count(record => record.Outcome == Outcome.Failed)]));
        yield return Row.Of(Name, $"{@case}: silos killed", "silos", new Sample([findings.Kills.Count]));
        foreach (var (which, some) in new[] { ("", findings.Kills), (", where another silo took over", findings.Kills.Where(kill => kill.TakenOver).ToArray()) })
        {
            if (some.Count == 0)
                continue;
            yield return Row.Of(Name, $"{@case}: from SIGKILL to the next event{which}", "s", new Sample(some.Select(kill => kill.Seconds)), target: WentOnWithin);
            yield return Row.Of(Name, $"{@case}: until the client saw it{which}", "s", new Sample(some.Select(kill => kill.SeenSeconds)), target: WentOnWithin);
        }
    }

    /// <summary>One process, killed in the middle of each phase in turn.</summary>
    private IEnumerable<Row> PhaseRows()
    {
        const string @case = "one process, killed at each step";
        var undisturbed = new PhaseKill(null).RunAsync().GetAwaiter().GetResult();
        var faults = undisturbed.Faults().ToList();
        var kills = new List<Kill>();
        foreach (var point in Enum.GetValues<FaultPoint>())
        {
            var findings = new PhaseKill(point).RunAsync().GetAwaiter().GetResult();
            faults.AddRange(findings.Faults().Concat(PhaseKill.Differences(point, undisturbed, findings)).Select(fault => $"killed at {point}, {fault}"));
            kills.AddRange(findings.Kills);
        }

        yield return Faults(@case, faults);
        yield return Row.Of(Name, $"{@case}: from the start of the next process to the next event", "s", new Sample(kills.Select(kill => kill.Seconds)), target: WentOnWithin);
    }

    private Row Faults(string @case, IEnumerable<string> faults)
    {
        var sentences = faults.ToArray();
        foreach (var fault in sentences)
            Console.Error.WriteLine($"{@case}: {fault}.");
        return Row.Of(Name, $"{@case}: what must not be", "faults", new Sample([sentences.Length]), target: 0);
    }
}
