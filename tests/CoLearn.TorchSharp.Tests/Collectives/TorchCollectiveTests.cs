using CoLearn.Exchange;
using CoLearn.Training;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn.Collectives;

/// <summary>Rounds of real networks on real digits.</summary>
public sealed class TorchCollectiveTests
{
    [Fact]
    public async Task TorchCollective_AfterEveryRound_LearnersWouldUseTheAcceptedWeights()
    {
        await using var local = await LocalCollective.StartAsync<SmallDigits>(Options(learners: 3, seed: 1));
        var accepted = (await local.Collective.Rounds().FirstAsync()).Facts.ProposalHash!;
        var accepts = 0;
        await foreach (var record in local.RunAsync(6))
        {
            (accepted, accepts) = record.ChangesWeights ? (record.Facts.ProposalHash!, accepts + 1) : (accepted, accepts);
            foreach (var learner in local.Learners)
                Assert.Equal(accepted, Reencoded(await WouldUseAsync(local, learner, record.Index)).Hash);
        }

        Assert.InRange(accepts, 1, 6);
    }

    [Fact]
    public async Task TorchCollective_EqualSeedsAndOneThread_EqualRecordsToTheBit()
    {
        var first = await HeadsAsync(seed: 5);
        Assert.Equal(first, await HeadsAsync(seed: 5));
        Assert.NotEqual(first, await HeadsAsync(seed: 6));

        static async Task<string[]> HeadsAsync(long seed)
        {
            var options = Options(learners: 3, seed);
            options.Threads = 1;
            await using var local = await LocalCollective.StartAsync<SmallDigits>(options);
            return await local.RunAsync(3).Select(record => record.Hash).ToArrayAsync();
        }
    }

    [Fact]
    public async Task TorchCollective_Digits_LearnsThem()
    {
        await using var local = await LocalCollective.StartAsync<SmallDigits>(Options(learners: 3, seed: 2));
        var first = await local.Collective.Rounds().FirstAsync();
        var last = await local.RunAsync(4).LastAsync();

        Assert.InRange(first.MeanTestScore!.Value, 0, 0.4);
        Assert.InRange(last.MeanTestScore!.Value, 0.8, 1);
        Assert.All(last.Facts.Votes, vote => Assert.NotNull(vote.VoteLoss));
    }

    [Fact]
    public async Task TorchCollective_MissingData_RefusesWithASentence()
    {
        var options = Options(learners: 2, seed: 1);
        options.Settings["Path"] = "/nowhere";
        var error = await Assert.ThrowsAsync<CollectiveException>(() => LocalCollective.StartAsync<SmallDigits>(options));
        Assert.Contains("'/nowhere'", error.Message);
    }

    internal static LocalOptions Options(int learners, long seed) => new()
    {
        Learners = learners,
        Seed = seed,
        Threads = 2,
        Settings = { ["Path"] = Samples.MnistDirectory, ["Batches"] = "20" },
    };

    /// <summary>What a learner has accepted, once it has confirmed the round: accept is not a barrier.</summary>
    private static async Task<Weights> WouldUseAsync(LocalCollective local, string learner, int round)
    {
        var grain = local.Services.GetRequiredService<IGrainFactory>().GetLearner<SmallDigits>(local.Collective.Id, learner);
        LearnerStatus status;
        do
            status = await grain.Status();
        while (status.Round < round);

        return await local.Services.GetRequiredService<IWeightsStore>().GetAsync(status.AcceptedHash!) ?? throw new InvalidOperationException("Not held.");
    }

    private static Weights Reencoded(Weights weights)
    {
        using var module = new SmallDigits();
        ModuleWeights.Read(weights, module);
        return ModuleWeights.Write(module);
    }
}
