using System.Collections.Concurrent;
using System.Text;
using CoLearn.Exchange;
using CoLearn.Rounds;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn.Collectives;

/// <summary>Weights that no honest learner of the collective would make. Whoever proposes may lie, so a test proposes in its place.</summary>
public sealed class RefusalTests
{
    private static readonly Weights Nowhere = new(CompassFormat.Compass, Encoding.UTF8.GetBytes("nowhere"));

    private readonly ConcurrentQueue<int> evaluatedRounds = [];

    [Fact]
    public async Task Learner_WhoseAlgorithmMakesUnusableWeights_DoesNotProposeThem()
    {
        using var mood = Counting();
        mood.Made = (made, context) => context.Round == 1 ? Nowhere : made;
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3, mood));

        var records = await local.RunAsync(2).ToListAsync();

        Assert.Equal(RoundFailure.ProposerFailed, records[0].Facts.Failure);
        Assert.Equal("Learner 'learner-1' could not propose: The weights that it made cannot be used: 'nowhere' is no place.", records[0].Facts.Reason);
        Assert.Equal(Outcome.Accepted, records[1].Outcome);
        Assert.Equal(0, Evaluations(round: 1));
        Assert.Equal(3, Evaluations(round: 2));
    }

    [Fact]
    public async Task Learner_WhoseAlgorithmMakesAnotherFormatOrTooMuch_DoesNotProposeIt()
    {
        using var mood = Counting();
        mood.Made = (made, context) => new(context.Round == 1 ? "needle-v1" : made.Format, new byte[33]);
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2, mood));

        var records = await local.RunAsync(2).ToListAsync();

        Assert.EndsWith("cannot be used: they are of format 'needle-v1', not 'compass-v1'.", records[0].Facts.Reason);
        Assert.EndsWith("cannot be used: they have 33 bytes, but the format 'compass-v1' takes at most 32.", records[1].Facts.Reason);
        Assert.Equal(2, evaluatedRounds.Count);
    }

    [Fact]
    public async Task Proposal_OfAnotherFingerprint_IsRefusedBeforeAnyoneEvaluates()
    {
        using var mood = Counting();
        using var gate = new Gate(mood);
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3, mood));
        var accepted = (await local.Collective.WeightsAsync()).Hash;
        var round = local.Collective.RunRoundAsync();
        await gate.Reached;

        await ForgeAsync(local, Nowhere, fingerprint: new string('x', 64));
        var record = await round;
        gate.Open();

        Assert.Equal((Outcome.Failed, RoundFailure.ProposalRefused), (record.Outcome, record.Facts.Failure));
        Assert.Equal(
            "The proposal of learner 'learner-1' is refused: its model has the fingerprint xxxxxxxxxxxx, but the collective's has cccccccccccc; let its site run the same model.",
            record.Facts.Reason);
        Assert.Equal(0, Evaluations(round: 1));
        Assert.Equal(accepted, (await local.Collective.WeightsAsync()).Hash);
        var next = await local.Collective.RunRoundAsync();
        Assert.Equal((Outcome.Accepted, "learner-2"), (next.Outcome, next.Facts.Proposers.Single()));
    }

    [Fact]
    public async Task Proposal_ThatLiesAboutItsBytes_IsRefusedBeforeAnybodyEvaluatesIt()
    {
        using var mood = Counting();
        using var gate = new Gate(mood);
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3, mood));
        var round = local.Collective.RunRoundAsync();
        await gate.Reached;

        await ForgeAsync(local, Nowhere, CompassModel.Definition.Fingerprint);
        gate.Open();
        var record = await round;

        Assert.Equal((Outcome.Failed, RoundFailure.ProposalUnreadable), (record.Outcome, record.Facts.Failure));
        Assert.Equal("The proposal of learner 'learner-1' is refused: 'nowhere' is no place.", record.Facts.Reason);
        Assert.Equal(0, Evaluations(round: 1));
    }

    [Fact]
    public async Task Weights_ThatCannotBeUsed_AreNotEvaluatedByALearnerThatIsAskedTo()
    {
        using var mood = Counting();
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(1, mood));
        var status = await local.Collective.StatusAsync();
        await local.Services.GetRequiredService<IWeightsStore>().PutAsync(new("forger", 1), Nowhere);

        var learner = local.Services.GetRequiredService<IGrainFactory>().GetLearner<CompassModel>("local", "learner-1");
        await learner.Vote(new()
        {
            Work = new("local", 1, 1, "learner-1"),
            ProposalHash = Nowhere.Hash,
            Elector = true,
            AcceptedHash = status.AcceptedHash,
            PreviousHash = status.Head!,
        });
        while ((await learner.Status()).Activity != LearnerActivity.Idle)
            await Task.Yield();

        Assert.Equal([0], evaluatedRounds);
    }

    /// <summary>Reports a proposal of round 1 as learner-1 would, while that one still trains.</summary>
    private static async Task ForgeAsync(LocalCollective local, Weights weights, string fingerprint)
    {
        await local.Services.GetRequiredService<IWeightsStore>().PutAsync(new("forger", 1), weights);
        var proposal = new Proposal("learner-1", weights.Hash, weights.Format, weights.Bytes.Length, 1, fingerprint);
        await local.Services.GetRequiredService<IGrainFactory>().GetGrain<IRoundGrain>(1, "local", null).Proposed(new(new("local", 1, 1, "learner-1"), proposal));
    }

    private Mood Counting()
    {
        var mood = Mood.New();
        mood.BeforeTest = (_, context) => evaluatedRounds.Enqueue(context.Round);
        return mood;
    }

    private int Evaluations(int round) => evaluatedRounds.Count(evaluated => evaluated == round);
}
