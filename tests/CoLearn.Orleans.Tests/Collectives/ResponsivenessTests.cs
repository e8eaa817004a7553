using CoLearn.Toy;

namespace CoLearn.Collectives;

/// <summary>A learner that trains is held at a gate; meanwhile everything else must answer.</summary>
public sealed class ResponsivenessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Collective_WhileALearnerTrains_AnswersStatusAndPauseAtOnce()
    {
        using var mood = Mood.New();
        using var gate = new Gate(mood);
        var options = Compasses.Options(2, mood);
        var learners = new List<IGrainFactory>();
        options.Silo = silo => silo.AddStartupTask((services, _) =>
        {
            learners.Add((IGrainFactory)services.GetService(typeof(IGrainFactory))!);
            return Task.CompletedTask;
        });
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);
        var round = local.Collective.RunRoundAsync();
        await gate.Reached.WaitAsync(Patience);

        var learner = await learners.Single().GetLearner<CompassModel>("local", "learner-1").Status().WaitAsync(Patience);
        var running = await local.Collective.StatusAsync().WaitAsync(Patience);
        var paused = await local.Collective.PauseAsync().WaitAsync(Patience);
        Assert.False(round.IsCompleted);
        Assert.Equal((LearnerActivity.Proposing, 0), (learner.Activity, learner.Round));
        Assert.Equal((CollectivePhase.Running, CollectivePhase.Paused), (running.Phase, paused.Phase));

        gate.Open();
        Assert.Equal(Outcome.Accepted, (await round).Outcome);
        Assert.Equal(CollectivePhase.Idle, (await local.Collective.ResumeAsync()).Phase);
    }

    [Fact]
    public async Task Collective_CancelledWhileALearnerTrains_EndsWhenTheSlotsAreIdle()
    {
        using var mood = Mood.New();
        using var gate = new Gate(mood);
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2, mood));
        using var cancelling = new CancellationTokenSource();
        var rounds = local.RunAsync(5, cancelling.Token).CountAsync().AsTask();
        await gate.Reached.WaitAsync(Patience);

        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rounds);

        Assert.True(gate.LetGo);
        Assert.Equal(CollectivePhase.Cancelled, (await local.Collective.StatusAsync()).Phase);
        var last = await local.Collective.Rounds().LastAsync();
        Assert.Equal((1, RoundFailure.Cancelled), (last.Index, last.Facts.Failure));
        await Assert.ThrowsAsync<CollectiveException>(() => local.Collective.RunRoundAsync());
    }

    [Fact]
    public async Task Collective_Disposed_WhileALearnerTrains_LeavesNothingRunning()
    {
        using var mood = Mood.New();
        using var gate = new Gate(mood);
        var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2, mood));
        var round = local.Collective.RunRoundAsync();
        await gate.Reached.WaitAsync(Patience);

        await local.DisposeAsync();

        Assert.True(gate.LetGo);
        Assert.Equal(RoundFailure.Cancelled, (await round.WaitAsync(Patience)).Facts.Failure);
    }

    [Fact]
    public async Task Collective_Events_TellTheRoundAsItHappensAndGoOnFromACursor()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2));
        await local.RunAsync(1).CountAsync();
        var all = await local.Collective.Events().Take(10).ToListAsync();

        RoundEventKind[] oneRound = [RoundEventKind.Started, RoundEventKind.Proposal, RoundEventKind.Vote, RoundEventKind.Vote, RoundEventKind.Outcome];
        Assert.Equal([.. oneRound, .. oneRound], all.Select(happened => happened.Kind));
        Assert.Equal(new RoundCursor(2, 0), all[^1].Next);
        var rest = await local.Collective.Events(all[6].Next).Take(3).ToListAsync();
        Assert.Equal(all.Skip(7).Select(happened => happened.Next), rest.Select(happened => happened.Next));
    }
}
