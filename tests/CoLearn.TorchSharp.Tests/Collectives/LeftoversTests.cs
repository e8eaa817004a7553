using CoLearn.Training;
using static TorchSharp.torch;

namespace CoLearn.Collectives;

[Collection(nameof(LivingTensors))]
public sealed class LeftoversTests
{
    [Fact]
    public async Task TorchCollective_HundredRounds_LeaveNoTensorBehind()
    {
        var options = TorchCollectiveTests.Options(learners: 2, seed: 1);
        options.Settings["Batches"] = "2";
        options.Threads = 1;
        long before;
        await using (var local = await LocalCollective.StartAsync<SmallDigits>(options))
        {
            await local.RunAsync(3).CountAsync();
            LivingTensors.CollectWhatStartUpLeft();
            before = Tensor.TotalCount;
            await local.RunAsync(100).CountAsync();
            Assert.Equal(before, Tensor.TotalCount);
        }

        // The silo has stopped: its one slot's module has let its nine tensors go, and each of the two learners the six of its data.
        Assert.Equal(before - 9 - (2 * 6), Tensor.TotalCount);
    }

    [Fact]
    public async Task Learner_OfTokens_LeavesNoTensorBehind()
    {
        using var slot = new TestSlot();
        var learner = await Definition<Sentences>().LoadAsync(Samples.Learner(), Samples.Configuration(), default);
        using var _ = (IDisposable)learner;
        var weights = Round(learner, learner.InitialWeights(Samples.Round(slot, round: 0)), slot);
        LivingTensors.CollectWhatStartUpLeft();
        var before = Tensor.TotalCount;

        for (var round = 0; round < 5; round++)
            weights = Round(learner, weights, slot);

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void RecurrentLayers_Disposed_LetTheirTensorsGo()
    {
        LivingTensors.CollectWhatStartUpLeft();
        var before = Tensor.TotalCount;

        using (LastState.OfLSTM(3, 4, layers: 2, bidirectional: true))
        using (LastState.OfGRU(3, 4))
            Assert.Equal(before + 16 + 4, Tensor.TotalCount);

        Assert.Equal(before, Tensor.TotalCount);
    }

    private static Weights Round(ILearner learner, Weights accepted, TestSlot slot)
    {
        var proposal = learner.ProposeWeights(accepted, Samples.Round(slot));
        learner.TestWeights(proposal, Samples.Round(slot));
        return proposal;
    }

    private static LearnerDefinition Definition<TModel>()
        where TModel : ILearnerModel
        => TModel.Definition;
}
