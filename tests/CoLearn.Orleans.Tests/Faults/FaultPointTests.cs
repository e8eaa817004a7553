using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn.Faults;

/// <summary>At each fault point a grain fails once, and is made anew from what is saved. What comes of the rounds is the same as without.</summary>
public sealed class FaultPointTests
{
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(FaultPoint.StartSaved)]
    [InlineData(FaultPoint.ProposalNoted)]
    [InlineData(FaultPoint.ProposalSaved)]
    [InlineData(FaultPoint.VotingSaved)]
    [InlineData(FaultPoint.VotesSaved)]
    [InlineData(FaultPoint.OutcomeDecided)]
    [InlineData(FaultPoint.OutcomeSaved)]
    [InlineData(FaultPoint.RecordSaved)]
    [InlineData(FaultPoint.AcceptNoted)]
    [InlineData(FaultPoint.ConfirmSaved)]
    public async Task Round_FailsOnceAtAFaultPoint_GoesOnWhereItStood(FaultPoint point)
    {
        var (expected, _) = await RunAsync(null);
        var (records, trained) = await RunAsync(point);

        Assert.Equal(expected.Select(record => record.Hash), records.Select(record => record.Hash));
        Assert.Equal([1, 2, 3], trained);
    }

    [Fact]
    public async Task Learner_LostWhileItTrains_DoesNotTrainAgainAndTheTurnMovesOn()
    {
        var (records, trained) = await RunAsync(FaultPoint.TrainingNoted);

        Assert.Equal([Outcome.Accepted, Outcome.Failed, Outcome.Accepted], records.Select(record => record.Outcome));
        Assert.Equal(RoundFailure.ProposerLost, records[1].Facts.Failure);
        Assert.Equal("Learner 'learner-2' was lost before it proposed: its silo was started anew.", records[1].Facts.Reason);
        Assert.Equal([1, 3], trained);
    }

    private static async Task<(IReadOnlyList<RoundRecord> Records, IReadOnlyList<int> Trained)> RunAsync(FaultPoint? point)
    {
        using var mood = Mood.New();
        var trained = new List<int>();
        mood.BeforePropose = context =>
        {
            lock (trained)
                trained.Add(context.Round);
        };
        var happened = new TaskCompletionSource();
        var options = Compasses.Options(3, mood);
        options.Silo = silo =>
        {
            silo.Services.Configure<WatchOptions>(watch => watch.Every = TimeSpan.FromMilliseconds(100));
            if (point is { } at)
                silo.Services.AddSingleton(new Fault(at, FailOnce));
        };
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);
        var records = await local.RunAsync(Rounds).ToListAsync().AsTask().WaitAsync(Patience);
        // Who confirms an outcome may do so after the next rounds.
        if (point is not null)
            await happened.Task.WaitAsync(Patience);
        return (records, trained);

        void FailOnce(string collective, int round)
        {
            if (round == 2 && happened.TrySetResult())
                throw new TimeoutException("A fault that the test asks for.");
        }
    }
}
