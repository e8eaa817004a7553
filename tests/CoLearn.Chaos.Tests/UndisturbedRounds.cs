namespace CoLearn.Benchmarks.Chaos;

/// <summary>The same rounds without a kill.</summary>
public sealed class UndisturbedRounds : IAsyncLifetime
{
    internal ChaosFindings Findings { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Findings = await new PhaseKill(null).RunAsync();
        Assert.Empty(Findings.Faults());
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
