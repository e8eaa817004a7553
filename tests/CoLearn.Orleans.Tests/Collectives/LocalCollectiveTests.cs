using System.Collections.Concurrent;
using CoLearn.Toy;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Collectives;

public sealed class LocalCollectiveTests
{
    [Fact]
    public async Task LocalCollective_LearnersAgree_AcceptsEveryProposal()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3));
        var records = await local.RunAsync(4).ToListAsync();

        Assert.Equal([1, 2, 3, 4], records.Select(record => record.Index));
        Assert.All(records, record => Assert.Equal(Outcome.Accepted, record.Outcome));
        Assert.Equal(["learner-1", "learner-2", "learner-3", "learner-1"], records.Select(record => record.Facts.Proposers.Single()));
        Assert.Equal(7.5, CompassModel.PlaceOf(await local.Collective.WeightsAsync()));

        var status = await local.Collective.StatusAsync();
        Assert.Equal((CollectivePhase.Idle, 4, records[^1].Hash), (status.Phase, status.Round, status.Head));
        Assert.Equal([2, 1, 1], local.Learners.Select(learner => status.Accepts[learner]));
    }

    [Fact]
    public async Task LocalCollective_RoundAfterRound_ChainsTheirHashes()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2));
        await local.Collective.RunRoundAsync();
        await local.Collective.RunRoundAsync();
        var records = await local.Collective.Rounds().Take(3).ToListAsync();

        Assert.Equal([0, 1, 2], records.Select(record => record.Index));
        Assert.Equal(Outcome.Initial, records[0].Outcome);
        Assert.Equal([Ledger.RecordHash.None, records[0].Hash, records[1].Hash], records.Select(record => record.Facts.PreviousHash));
        Assert.All(records, record => Assert.Equal(record.Hash, Ledger.RecordHash.Of(record.Facts)));
        Assert.All(records, record => Assert.InRange(record.Measurements.AcceptSeconds, 1e-9, record.Measurements.WallSeconds));
        Assert.Equal(records[2].Hash, (await local.Collective.Rounds(from: 2).FirstAsync()).Hash);
    }

    [Fact]
    public async Task LocalCollective_EveryRound_EvaluatesOncePerLearner()
    {
        using var mood = Mood.New();
        var evaluations = new ConcurrentQueue<(int Round, string Learner)>();
        mood.BeforeTest = (_, context) => evaluations.Enqueue((context.Round, context.Learner.Learner));

        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3, mood));
        await local.RunAsync(5).CountAsync();

        Assert.Equal(6 * 3, evaluations.Count);
        Assert.Equal(6 * 3, evaluations.Distinct().Count());
    }

    [Fact]
    public async Task LocalCollective_UnchangedWeights_AreRejectedByLossAndByRejectOnly()
    {
        foreach (var (ties, outcome) in new[] { (Ties.ByLoss, Outcome.Rejected), (Ties.Reject, Outcome.Rejected), (Ties.Approve, Outcome.Accepted) })
        {
            // Everybody already is where it wants to be, so a proposal changes nothing.
            var options = Compasses.Options(3);
            options.Settings["Wish"] = "0";
            options.Rule = rule => rule with { Ties = ties };
            await using var local = await LocalCollective.StartAsync<CompassModel>(options);

            var record = await local.Collective.RunRoundAsync();
            Assert.Equal(outcome, record.Outcome);
            Assert.Equal(record.Facts.ProposalHash, (await local.Collective.WeightsAsync()).Hash);
        }
    }

    [Fact]
    public async Task LocalCollective_LearnerThrowsWhileScoring_AbstainsAndTheRecordSaysWhy()
    {
        using var mood = Mood.New();
        mood.BeforeTest = (_, context) =>
        {
            if (context is { Round: 1, Learner.Learner: "learner-2" })
                throw new InvalidOperationException("The disk is gone.");
        };
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3, mood));
        var records = await local.RunAsync(2).ToListAsync();

        var vote = records[0].Facts.Votes.Single(vote => vote.Learner == "learner-2");
        Assert.Equal((VoteAnswer.Abstain, "The disk is gone."), (vote.Answer, vote.Reason));
        Assert.Equal(Outcome.Accepted, records[0].Outcome);
        Assert.DoesNotContain(records[1].Facts.Votes, vote => vote.Answer == VoteAnswer.Abstain);
    }

    [Fact]
    public async Task LocalCollective_LearnerWithoutReference_EvaluatesTheAcceptedWeightsOnceAndVotes()
    {
        using var mood = Mood.New();
        var scored = new ConcurrentQueue<double>();
        mood.BeforeTest = (weights, context) =>
        {
            if (context is { Round: 0, Learner.Learner: "learner-2" })
                throw new InvalidOperationException("Not yet.");
            if (context.Learner.Learner == "learner-2")
                scored.Enqueue(CompassModel.PlaceOf(weights));
        };
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3, mood));
        var records = await local.RunAsync(2).ToListAsync();

        // Round 1: the accepted 0 once, then the proposed 4; round 2: the proposed 6 alone.
        Assert.Equal([0, 4, 6], scored);
        Assert.All(records, record => Assert.Equal(2, record.Facts.Approvals));
    }

    [Fact]
    public async Task LocalCollective_NaNScores_Reject()
    {
        using var mood = Mood.New();
        mood.Scored = (scores, context) => context.Round > 0 ? scores with { Vote = double.NaN } : scores;
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3, mood));

        var record = await local.Collective.RunRoundAsync();
        Assert.Equal(Outcome.Rejected, record.Outcome);
        Assert.All(record.Facts.Votes.Where(vote => vote.Elector), vote => Assert.Equal((VoteAnswer.Reject, null), (vote.Answer, vote.VoteScore)));
        Assert.All(record.Facts.Votes, vote => Assert.Equal("Its closeness on the proposal is not a finite number.", vote.Reason));
    }

    [Fact]
    public async Task LocalCollective_ProposerThrows_FailsTheRoundAndTheTurnMovesOn()
    {
        using var mood = Mood.New();
        mood.BeforePropose = context =>
        {
            if (context.Round == 1)
                throw new InvalidOperationException("Out of ideas.");
        };
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2, mood));
        var records = await local.RunAsync(2).ToListAsync();

        Assert.Equal([Outcome.Failed, Outcome.Accepted], records.Select(record => record.Outcome));
        Assert.Equal("Learner 'learner-1' could not propose: Out of ideas.", records[0].Facts.Reason);
        Assert.Equal(["learner-2"], records[1].Facts.Proposers);
    }

    [Fact]
    public async Task LocalCollective_DataThatCannotBeUsed_RefusesWithItsSentence()
    {
        using var mood = Mood.New();
        mood.OnLoad = context =>
        {
            if (context.Learner == "learner-2")
                throw new LearnerDataException("The directory 'nowhere' does not exist.");
        };
        var error = await Assert.ThrowsAsync<CollectiveException>(() => LocalCollective.StartAsync<CompassModel>(Compasses.Options(3, mood)));
        Assert.Equal("Collective 'local' cannot start: The directory 'nowhere' does not exist.", error.Message);
    }

    [Fact]
    public async Task LocalCollective_LearnerThatNobodyHosts_RefusesNamingIt()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2));
        var error = await Assert.ThrowsAsync<CollectiveException>(() => local.CreateAsync("other", ["learner-1", "stranger"]));
        Assert.Contains("Learner 'stranger' of model 'compass' is hosted by no site", error.Message);
    }

    [Fact]
    public async Task LocalCollective_TwoCollectivesOfTheSameLearners_GoTheirOwnWays()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3));
        var alone = await local.CreateAsync("alone", ["learner-2"]);
        var record = await alone.RunRoundAsync();
        await local.RunAsync(2).CountAsync();

        Assert.Equal((Outcome.Accepted, 0), (record.Outcome, record.Facts.Electors.Count));
        Assert.Equal(4, CompassModel.PlaceOf(await alone.WeightsAsync()));
        Assert.Equal(6, CompassModel.PlaceOf(await local.Collective.WeightsAsync()));
    }

    [Fact]
    public async Task LocalCollective_CreatedAgain_IsTheSameOneOrRefused()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2));
        var other = await local.CreateAsync("other", ["learner-1"]);
        await other.RunRoundAsync();

        Assert.Equal(1, (await (await local.CreateAsync("other", ["learner-1"])).StatusAsync()).Round);
        var error = await Assert.ThrowsAsync<CollectiveException>(() => local.CreateAsync("other", ["learner-2"]));
        Assert.Equal("Collective 'other' cannot start: it exists already, with other settings; choose another id.", error.Message);
    }

    [Fact]
    public async Task LocalCollective_RuleOnceCreated_IsChangedByNeitherConfigurationNorASecondCreate()
    {
        var options = Compasses.Options(2);
        options.Rule = rule => rule with { Threshold = 1 };
        options.Configuration = host => host.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["CoLearn:Threshold"] = "0.1",
            ["CoLearn:Collectives:local:Threshold"] = "0.1",
        });
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);
        var frozen = (await local.Collective.StatusAsync()).Rule!;

        foreach (var other in new[] { frozen with { Threshold = 0.1 }, frozen with { Ties = Ties.Approve }, null })
        {
            var error = await Assert.ThrowsAsync<CollectiveException>(() => local.Collective.CreateAsync(new("compass", local.Learners) { Rule = other }));
            Assert.Equal("Collective 'local' cannot start: it exists already, with other settings; choose another id.", error.Message);
        }

        var record = await local.Collective.RunRoundAsync();
        Assert.Equal((1.0, frozen), (frozen.Threshold, (await local.Collective.StatusAsync()).Rule));
        Assert.Equal(Ledger.RecordHash.Of(frozen), record.Facts.RuleHash);
    }
}
