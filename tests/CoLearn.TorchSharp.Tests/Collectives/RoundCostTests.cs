using System.Diagnostics.Metrics;
using CoLearn.Exchange;
using Microsoft.Extensions.DependencyInjection;
using static TorchSharp.torch;

namespace CoLearn.Collectives;

/// <summary>What a round may cost beside its training: an evaluation a learner, and no more copies of weights than slots need.</summary>
[Collection(nameof(LivingTensors))]
public sealed class RoundCostTests
{
    private const int Learners = 6;
    private const int Slots = 2;

    [Fact]
    public async Task Round_AnyOutcome_EvaluatesOncePerLearner()
    {
        await using var local = await StartAsync();
        var before = await EvaluationsAsync(local);
        Assert.All(before, count => Assert.Equal(1, count));

        const int rounds = 5;
        await local.RunAsync(rounds).CountAsync();

        Assert.All(await EvaluationsAsync(local), count => Assert.Equal(1 + rounds, count));
    }

    [Fact]
    public async Task Round_ManyLearnersOnTwoSlots_CopiesWeightsInForTheTrainingAndOnceASlotAndOutOnce()
    {
        await using var local = await StartAsync();
        var size = await SizeAsync(local);
        long copied = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "colearn.weights.copied")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, bytes, _, _) => Interlocked.Add(ref copied, bytes));
        listener.Start();

        for (var round = 0; round < 5; round++)
        {
            var before = Interlocked.Read(ref copied);
            await local.Collective.RunRoundAsync();
            // The accepted weights into the module that is trained, unless it has them, the proposal out of it, and into each slot's.
            Assert.InRange((Interlocked.Read(ref copied) - before) / (double)size, 1, 2 + Slots);
        }
    }

    [Fact]
    public async Task Round_MoreLearnersThanSlots_KeepsNoTensorsPerLearnerButItsData()
    {
        // Features and targets of three sets each; the slots' modules are as many, however many work there.
        Assert.Equal(40 * 6, await LivingAsync(60) - await LivingAsync(20));

        static async Task<long> LivingAsync(int learners)
        {
            LivingTensors.CollectWhatStartUpLeft();
            var before = Tensor.TotalCount;
            await using var local = await StartAsync(learners);
            await local.RunAsync(2).CountAsync();
            LivingTensors.CollectWhatStartUpLeft();
            return Tensor.TotalCount - before;
        }
    }

    private static Task<LocalCollective> StartAsync(int learners = Learners)
    {
        var options = TorchCollectiveTests.Options(learners, seed: 1);
        options.Settings["Batches"] = "3";
        options.Threads = Slots;
        options.StopAfter = 0;
        return LocalCollective.StartAsync<SmallDigits>(options);
    }

    private static async Task<long[]> EvaluationsAsync(LocalCollective local)
    {
        var grains = local.Services.GetRequiredService<IGrainFactory>();
        var status = await Task.WhenAll(local.Learners.Select(learner => grains.GetLearner("small-digits", "local", learner).Status()));
        return [.. status.Select(one => one.Evaluations)];
    }

    private static async Task<long> SizeAsync(LocalCollective local)
    {
        var initial = await local.Collective.Rounds().FirstAsync();
        var weights = await local.Services.GetRequiredService<IWeightsStore>().GetAsync(initial.Facts.ProposalHash!);
        return weights!.Bytes.Length;
    }
}
