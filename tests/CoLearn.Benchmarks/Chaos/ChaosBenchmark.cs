namespace CoLearn.Benchmarks.Chaos;

/// <summary>What is left of a collective whose silos are killed, and how fast it goes on.</summary>
internal sealed class ChaosBenchmark : IBenchmark
{
    private const double WentOnWithin = 5;

    public string Name => "chaos";

    public string About => "Three silos, one killed every few rounds: faults afterwards, and how long rounds stood still.";

    public IReadOnlyList<Row> Run(bool quick)
    {
        if (RedisServer.Skip is { } missing)
            throw new InvalidOperationException(missing);
        return
        [
            .. RowsOf("idle cores", new(quick ? 20 : 200, 3, BusyMilliseconds: 20, BusyThreads: 1, Seed: 1)),
            .. RowsOf("busy cores", new(quick ? 12 : 60, 3, BusyMilliseconds: 300, BusyThreads: Environment.ProcessorCount, Seed: 2)),
        ];
    }

    private IEnumerable<Row> RowsOf(string @case, ChaosPlan plan)
    {
        var findings = FindAsync(plan, @case).GetAwaiter().GetResult();
        var faults = findings.Faults().ToArray();
        foreach (var fault in faults)
            Console.Error.WriteLine($"{@case}: {fault}.");

        string Named(string what) => $"{plan.Rounds} rounds, {@case}: {what}";
        yield return Row.Of(Name, Named("what must not be"), "faults", new Sample([faults.Length]), target: 0);
        yield return Row.Of(Name, Named("accepted"), "rounds", new Sample([findings.Records.Count(record => record.Outcome == Outcome.Accepted)]));
        yield return Row.Of(Name, Named("failed"), "rounds", new Sample([findings.Records.Count(record => record.Outcome == Outcome.Failed)]));
        yield return Row.Of(Name, Named("silos killed"), "silos", new Sample([findings.Kills.Count]));
        foreach (var (which, kills) in new[] { ("", findings.Kills), (", where another silo took over", findings.Kills.Where(kill => kill.TakenOver).ToArray()) })
        {
            if (kills.Count == 0)
                continue;
            yield return Row.Of(Name, Named($"from SIGKILL to the next event{which}"), "s", new Sample(kills.Select(kill => kill.Seconds)), target: WentOnWithin);
            yield return Row.Of(Name, Named($"until the client saw it{which}"), "s", new Sample(kills.Select(kill => kill.SeenSeconds)), target: WentOnWithin);
        }
    }

    private static async Task<ChaosFindings> FindAsync(ChaosPlan plan, string @case)
    {
        await using var run = new ChaosRun(plan, kill => Console.Error.WriteLine(FormattableString.Invariant($"{@case}: {kill}")));
        return await run.RunAsync();
    }
}
