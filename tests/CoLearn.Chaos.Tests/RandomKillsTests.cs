using CoLearn.Storage;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>The chaos benchmark in short.</summary>
public sealed class RandomKillsTests
{
    [RedisFact]
    public async Task Collective_SilosKilledAtRandom_LosesAndRepeatsNothing()
    {
        var findings = await new RandomKills(rounds: 12, seed: 3, busyMilliseconds: 20, busyThreads: 1).RunAsync(_ => { });

        Assert.Empty(findings.Faults());
        Assert.Equal(Enumerable.Range(0, 13), findings.Records.Select(record => record.Index));
        Assert.InRange(findings.Kills.Count, 2, 12);
    }
}
