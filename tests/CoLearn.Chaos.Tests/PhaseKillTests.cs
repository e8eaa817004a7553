namespace CoLearn.Benchmarks.Chaos;

/// <summary>A silo process with its state in SQLite that dies between two steps of a round and is started again.</summary>
public sealed class PhaseKillTests(UndisturbedRounds undisturbed) : IClassFixture<UndisturbedRounds>
{
    public static TheoryData<FaultPoint> Points => [.. Enum.GetValues<FaultPoint>()];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Collective_SiloKilledAtAStep_GoesOnWhereItStood(FaultPoint point)
    {
        var killed = await new PhaseKill(point).RunAsync();

        Assert.Empty(killed.Faults());
        Assert.Empty(PhaseKill.Differences(point, undisturbed.Findings, killed));
    }

    [Fact]
    public async Task Silo_ToldToStopWhileALearnerTrains_EndsWellAndTheTurnMovesOn()
    {
        var stopped = await new PhaseKill(FaultPoint.TrainingNoted, politely: true).RunAsync();

        Assert.Empty(stopped.Faults());
        Assert.Empty(PhaseKill.Differences(FaultPoint.TrainingNoted, undisturbed.Findings, stopped));
        Assert.StartsWith("Learner 'bob' was lost before it proposed: its silo ", stopped.Records[PhaseKill.KilledIn].Facts.Reason, StringComparison.Ordinal);
        Assert.Equal("cy", Assert.Single(stopped.Records[PhaseKill.KilledIn + 1].Facts.Proposers));
    }
}
