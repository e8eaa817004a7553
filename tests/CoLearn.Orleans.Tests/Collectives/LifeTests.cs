using CoLearn.Exchange;
using CoLearn.Rounds;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CoLearn.Collectives;

/// <summary>What a client can do with a collective on a real silo from its first round to its end.</summary>
public sealed class LifeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Collective_LearnerJoinsLate_VotesFromTheNextRoundOnAndTakesItsTurnLast()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3));
        var collective = await local.CreateAsync("late", ["learner-1", "learner-2"]);
        await collective.RunRoundAsync();

        var joined = await collective.JoinAsync("learner-3");
        var records = await collective.RunAsync(2).ToListAsync();

        Assert.Equal(["learner-1", "learner-2", "learner-3"], joined.Learners);
        var vote = records[0].Facts.Votes.Single(vote => vote.Learner == "learner-3");
        Assert.Equal((true, VoteAnswer.Approve), (vote.Elector, vote.Answer));
        Assert.Equal("learner-3", records[1].Facts.Proposers.Single());
        Assert.Equal(Outcome.Accepted, records[1].Outcome);
    }

    [Fact]
    public async Task Collective_LearnerThatNobodyHosts_CannotJoinAndTheOthersGoOn()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2));

        var error = await Assert.ThrowsAsync<CollectiveException>(() => local.Collective.JoinAsync("nobody"));

        Assert.StartsWith("Learner 'nobody' cannot join collective 'local': ", error.Message, StringComparison.Ordinal);
        Assert.Contains("hosted by no site", error.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Accepted, (await local.Collective.RunRoundAsync()).Outcome);
    }

    [Fact]
    public async Task Collective_LearnerLeaves_IsNotAskedAnyMoreAndTheLastOneCannot()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2));

        await local.Collective.LeaveAsync("learner-1");
        var record = await local.Collective.RunRoundAsync();
        var error = await Assert.ThrowsAsync<CollectiveException>(() => local.Collective.LeaveAsync("learner-2"));

        Assert.Equal(("learner-2", 1), (record.Facts.Proposers.Single(), record.Facts.Votes.Count));
        Assert.Equal("Learner 'learner-2' cannot leave collective 'local': it is its last one; finish the collective instead.", error.Message);
    }

    [Fact]
    public async Task Collective_FinishedWhileARoundRuns_EndsWithThatRoundAndKeepsRecordsAndWeights()
    {
        using var mood = Mood.New();
        using var gate = new Gate(mood);
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2, mood));
        var rounds = local.Collective.RunAsync(5).ToListAsync().AsTask();
        await gate.Reached.WaitAsync(Patience);

        var finishing = local.Collective.FinishAsync();
        gate.Open();
        var finished = await finishing.WaitAsync(Patience);

        Assert.Equal((CollectivePhase.Finished, 1), (finished.Phase, finished.Round));
        Assert.Equal(Outcome.Accepted, Assert.Single(await rounds).Outcome);
        Assert.Equal(2, await local.Collective.Rounds().CountAsync());
        Assert.Equal(4, CompassModel.PlaceOf(await local.Collective.WeightsAsync()));
        var error = await Assert.ThrowsAsync<CollectiveException>(() => local.Collective.RunRoundAsync());
        Assert.Equal("Collective 'local' is finished; create another one.", error.Message);
    }

    [Fact]
    public async Task Collective_NothingIsAcceptedForTwoTurns_StopsWithItsReasonAndGoesOnWhenAskedAgain()
    {
        using var mood = Mood.New();
        mood.Made = (_, context) => CompassModel.At(context.Round > 4 ? 4 : -4);
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2, mood));

        var records = await local.RunAsync(9).ToListAsync();
        var stopped = await local.Collective.StatusAsync();
        var next = await local.Collective.RunRoundAsync();

        Assert.Equal([1, 2, 3, 4], records.Select(record => record.Index));
        Assert.Equal("The last 4 rounds had no accept.", stopped.StopReason);
        Assert.Equal(Outcome.Accepted, next.Outcome);
        Assert.Null((await local.Collective.StatusAsync()).StopReason);
    }

    [Fact]
    public async Task Collective_ReachesItsScore_Stops()
    {
        var options = Compasses.Options(2);
        options.StopAtScore = -1;
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);

        var records = await local.RunAsync(9).ToListAsync();

        Assert.Equal(3, records.Count);
        Assert.Equal("The mean vote score of round 3 is -1, and it was to stop at -1.", (await local.Collective.StatusAsync()).StopReason);
    }

    [Fact]
    public async Task Collective_OfAverages_ProposesTheMeanOfWhatSeveralMadeAndNamesWhoWasLeftOut()
    {
        using var mood = Mood.New();
        mood.Made = (made, context) => context.Learner.Learner switch
        {
            "learner-1" => TensorModel.Of(1, 1, 1, 1),
            "learner-2" => TensorModel.Of(5, 5, 5, 5),
            _ => TensorModel.Of(float.NaN, 0, 0, 0),
        };
        await using var local = await LocalCollective.StartAsync<TensorModel>(new()
        {
            Learners = 3,
            Settings = { ["Mood"] = mood.Name },
            Rule = rule => rule with { Strategy = Strategies.Average },
        });

        var record = await local.Collective.RunRoundAsync();

        Assert.Equal((Outcome.Accepted, 3), (record.Outcome, record.Facts.Electors.Count));
        Assert.Equal(["learner-1", "learner-2"], record.Facts.Proposers);
        Assert.Equal(TensorModel.Of(3, 3, 3, 3).Hash, record.Facts.ProposalHash);
        Assert.Equal(RoundFailure.ProposalNotFinite, record.Facts.Contributions.Single(contribution => contribution.Learner == "learner-3").Failure);
    }

    [Fact]
    public async Task Collective_WeightsCannotBeReadOrLetGoWhereTheRoundRuns_FailsThatRoundAndGoesOn()
    {
        var broken = new BrokenStore();
        var options = Compasses.Options(2);
        options.Silo = silo => silo.Services.AddSingleton<IWeightsStore>(broken);
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);

        broken.IsBroken = true;
        var failed = await local.Collective.RunRoundAsync().WaitAsync(Patience);
        broken.IsBroken = false;
        var next = await local.Collective.RunRoundAsync().WaitAsync(Patience);

        Assert.Equal((Outcome.Failed, RoundFailure.ProposalMissing), (failed.Outcome, failed.Facts.Failure));
        Assert.Equal("The proposal of learner 'learner-1' is refused: it cannot be screened where the round runs.", failed.Facts.Reason);
        Assert.Equal((Outcome.Accepted, "learner-2"), (next.Outcome, next.Facts.Proposers.Single()));
    }

    [Fact]
    public async Task Collective_VoteAfterTheDeadline_IsListedInTheNextRecord()
    {
        using var mood = Mood.New();
        using var voting = new SemaphoreSlim(0);
        using var late = new ManualResetEventSlim();
        using var next = new ManualResetEventSlim();
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        mood.BeforeTest = (_, context) =>
        {
            if (context is not { Round: 1, Learner.Learner: "learner-3" })
                return;
            voting.Release();
            late.Wait(Patience);
        };
        mood.BeforePropose = context =>
        {
            if (context.Round == 2)
                next.Wait(Patience);
        };
        var options = Compasses.Options(3, mood);
        options.Threads = 3;
        var taken = new CallsTaken(nameof(IRoundGrain.VotedLate));
        options.Services = services => services.AddSingleton<TimeProvider>(time).AddSingleton<IIncomingGrainCallFilter>(taken);
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);
        var rounds = local.Collective.RunAsync(2).ToListAsync().AsTask();

        await voting.WaitAsync(Patience);
        foreach (var punctual in new[] { "learner-1", "learner-2" })
            await local.Collective.Events(new(1, 0)).FirstAsync(happened => happened.Vote?.Learner == punctual).AsTask().WaitAsync(Patience);
        time.Advance(TimeSpan.FromMinutes(10));
        await local.Collective.Rounds(from: 1).FirstAsync().AsTask().WaitAsync(Patience);
        late.Set();
        // Only then may the next one go on.
        await taken.First.WaitAsync(Patience);
        next.Set();
        var records = await rounds.WaitAsync(Patience);

        var missed = records[0].Facts.Votes.Single(vote => vote.Learner == "learner-3");
        Assert.Equal((VoteAnswer.Abstain, VoteFault.Late), (missed.Answer, missed.Fault));
        var listed = Assert.Single(records[1].Facts.LateVotes);
        Assert.Equal(("learner-3", VoteAnswer.Approve, -4.0), (listed.Learner, listed.Answer, listed.VoteScore!.Value));
        Assert.Equal(VoteAnswer.Approve, records[1].Facts.Votes.Single(vote => vote.Learner == "learner-3").Answer);
    }
}
