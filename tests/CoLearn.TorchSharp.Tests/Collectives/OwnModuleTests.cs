using CoLearn.Exchange;
using CoLearn.Training;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn.Collectives;

/// <summary>A learner that is a TorchSharp module already, from its definition to rounds of a collective.</summary>
public sealed class OwnModuleTests
{
    [Fact]
    public void OwnModule_Definition_IsReadFromTheModule()
    {
        var definition = Definition<TwinDigits>();

        using var module = new TwinDigits();
        Assert.Equal(Fingerprint.Of(module), definition.Fingerprint);
        Assert.Same(definition, Definition<TwinDigits>());
        Assert.Equal(
            [
                "branches:ModuleList::312", "norm:BatchNorm2d:6,12,12:12", "drop:SeededDropout:216:0", "fc:Linear:10:2170", "scale:Parameter::10",
            ],
            definition.Layers.Select(layer => $"{layer.Name}:{layer.Kind}:{string.Join(',', layer.Output)}:{layer.Parameters}"));
        Assert.Equal(module.parameters().Sum(parameter => parameter.numel()), definition.Layers.Sum(layer => layer.Parameters));
    }

    [Fact]
    public void OwnModule_Weights_HoldItsParametersAndBuffers()
    {
        using var module = new TwinDigits();

        Assert.Equal(
            [
                "branches.0.bias", "branches.0.weight", "branches.1.bias", "branches.1.weight", "fc.bias", "fc.weight",
                "norm.bias", "norm.num_batches_tracked", "norm.running_mean", "norm.running_var", "norm.weight", "scale", "shift",
            ],
            SafeTensors.Read(ModuleWeights.Write(module)).Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OwnModule_AfterEveryRound_LearnersHaveTheAcceptedWeights()
    {
        await using var local = await LocalCollective.StartAsync<TwinDigits>(TorchCollectiveTests.Options(learners: 3, seed: 1));
        var first = await local.Collective.Rounds().FirstAsync();
        var accepted = first.Facts.ProposalHash!;
        Assert.Equal(Definition<TwinDigits>().Fingerprint, first.Facts.Fingerprint);
        var accepts = 0;
        RoundRecord? last = null;
        await foreach (var record in local.RunAsync(4))
        {
            (accepted, accepts) = record.ChangesWeights ? (record.Facts.ProposalHash!, accepts + 1) : (accepted, accepts);
            foreach (var learner in local.Learners)
                Assert.Equal(accepted, await AcceptedAsync(local, learner, record.Index));
            last = record;
        }

        Assert.InRange(accepts, 1, 4);
        Assert.InRange(first.MeanTestScore!.Value, 0, 0.4);
        Assert.InRange(last!.MeanTestScore!.Value, 0.7, 1);
    }

    [Fact]
    public async Task OwnModule_EqualSeedsAndOneThread_EqualWeightsToTheBit()
    {
        using var slot = new TestSlot();
        using var other = new TestSlot(1);
        async Task<string> HashAsync(IComputeSlot at)
        {
            var configuration = Samples.Configuration(("Path", Samples.MnistDirectory), ("Batches", "5"));
            var learner = await Definition<TwinDigits>().LoadAsync(Samples.Learner(), configuration, default);
            using var _ = (IDisposable)learner;
            return learner.ProposeWeights(learner.InitialWeights(Samples.Round(at, round: 0)), Samples.Round(at)).Hash;
        }

        Assert.Equal(await HashAsync(slot), await HashAsync(other));
    }

    [Fact]
    public async Task OwnModule_ThatDoesNotTakeItsInput_IsRefusedWithASentence()
    {
        var error = await Assert.ThrowsAsync<CollectiveException>(
            () => LocalCollective.StartAsync<UnfitDigits>(TorchCollectiveTests.Options(learners: 1, seed: 1)));

        Assert.Equal(
            "Collective 'local' cannot start: The model 'unfit-digits' of learner 'learner-1' cannot be trained: UnfitDigits does not take examples of shape (1, 28, 28), "
            + "but fails with \"mat1 and mat2 shapes cannot be multiplied (2x784 and 28x10)\"; let [Input] and its forward agree.",
            error.Message);
    }

    private static LearnerDefinition Definition<TModel>()
        where TModel : ILearnerModel
        => TModel.Definition;

    /// <summary>The weights that a learner has accepted, read back from the store and through a module of its own.</summary>
    private static async Task<string> AcceptedAsync(LocalCollective local, string learner, int round)
    {
        var grain = local.Services.GetRequiredService<IGrainFactory>().GetLearner<TwinDigits>(local.Collective.Id, learner);
        LearnerStatus status;
        do
            status = await grain.Status();
        while (status.Round < round);

        var weights = await local.Services.GetRequiredService<IWeightsStore>().GetAsync(status.AcceptedHash!) ?? throw new InvalidOperationException("Not held.");
        using var module = new TwinDigits();
        ModuleWeights.Read(weights, module);
        return ModuleWeights.Write(module).Hash;
    }
}
