using CoLearn.Collectives;
using CoLearn.Exchange;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>Sequences: the last state against torch's own layers, and that weights, gradients and seeds reach what is inside.</summary>
public sealed class RecurrentTests
{
    public static TheoryData<bool, int, bool, bool> Kinds => new()
    {
        { true, 1, false, true }, { true, 2, true, true }, { true, 3, false, false },
        { false, 1, false, true }, { false, 2, true, true }, { false, 3, false, false },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LastState_OfASequence_IsWhatTorchsOwnLayerEndsWith(bool isLSTM, int layers, bool bidirectional, bool bias)
    {
        using var scope = NewDisposeScope();
        using var module = Make(isLSTM, layers, bidirectional, bias);
        using var sequence = rand(3, 4, 5);
        using Module own = isLSTM
            ? LSTM(5, 6, layers, bias, batchFirst: true, bidirectional: bidirectional)
            : GRU(5, 6, layers, bias, batchFirst: true, bidirectional: bidirectional);
        ModuleWeights.Read(ModuleWeights.Write(own), module);

        var output = module.call(sequence);

        var all = own is LSTM lstm ? lstm.call(sequence).Item1 : ((GRU)own).call(sequence).Item1;
        var expected = bidirectional
            ? cat([all[.., -1].narrow(1, 0, 6), all[.., 0].narrow(1, 6, 6)], 1)
            : all[.., -1];
        Assert.Equal([3, bidirectional ? 12 : 6], output.shape);
        Assert.True(output.allclose(expected));
        Assert.Equal(own.state_dict().Keys, module.state_dict().Keys);
    }

    [Fact]
    public void Parameters_OfRecurrentLayers_BearPyTorchsNames()
    {
        using var module = new EveryTokenLayer();

        var names = module.state_dict().Keys.ToList();

        Assert.Equal("embedding1.weight", names[0]);
        Assert.Equal(
            [
                "gru2.bias_hh_l0", "gru2.bias_hh_l0_reverse", "gru2.bias_ih_l0", "gru2.bias_ih_l0_reverse",
                "gru2.weight_hh_l0", "gru2.weight_hh_l0_reverse", "gru2.weight_ih_l0", "gru2.weight_ih_l0_reverse",
            ],
            names.Where(name => name.StartsWith("gru2.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("lstm1.weight_ih_l1_reverse", names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_WeightsOfAnother_ChangesWhatIsComputed(bool isLSTM)
    {
        using var scope = NewDisposeScope();
        using var one = Make(isLSTM);
        using var two = Make(isLSTM);
        using var sequence = rand(3, 4, 5);
        Assert.False(one.call(sequence).allclose(two.call(sequence)));

        ModuleWeights.Read(ModuleWeights.Write(one), two);

        Assert.True(one.call(sequence).equal(two.call(sequence)).all().item<bool>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Step_OfAnOptimizer_MovesEveryParameterAndTheOutput(bool isLSTM)
    {
        using var scope = NewDisposeScope();
        using var module = Make(isLSTM, layers: 2, bidirectional: true);
        using var optimizer = Optimizers.Create(new SGDSettings(0.5, 0, 0), [.. module.parameters()]);
        using var sequence = rand(3, 4, 5);
        var before = module.call(sequence).detach();
        var parameters = module.parameters().Select(parameter => parameter.detach().clone()).ToArray();

        module.call(sequence).sum().backward();
        optimizer.step();

        Assert.All(module.parameters().Zip(parameters), pair => Assert.False(pair.First.allclose(pair.Second)));
        Assert.False(module.call(sequence).allclose(before));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Redraw_RecurrentLayer_IsUniformBySizeOfStateAndSeeded(bool isLSTM)
    {
        using var module = isLSTM ? LastState.OfLSTM(3, 100, bidirectional: true) : LastState.OfGRU(3, 100, bidirectional: true);
        string Hash(ulong seed)
        {
            using var generator = new Generator(seed);
            ModuleInitializer.Redraw(module, generator);
            return ModuleWeights.Write(module).Hash;
        }

        Assert.Equal(Hash(1), Hash(1));
        Assert.NotEqual(Hash(1), Hash(2));
        Assert.All(module.parameters(), parameter => Assert.InRange(parameter.abs().max().item<float>(), 0.09, 0.1));
    }

    [Fact]
    public void Redraw_Embedding_IsNormalAndKeepsThePadding()
    {
        using var scope = NewDisposeScope();
        using var module = Embedding(200, 50, padding_idx: 7);
        var constructed = module.weight!.detach().clone();
        using var generator = new Generator(3);

        ModuleInitializer.Redraw(module, generator);

        Assert.Equal(0, module.weight[7].abs().max().item<float>());
        Assert.True(module.weight[6].abs().max().item<float>() > 0);
        Assert.False(module.weight.allclose(constructed));
        Assert.InRange(module.weight.mean().item<float>(), -0.03, 0.03);
        Assert.InRange(module.weight.std().item<float>(), 0.97, 1.03);
    }

    [Fact]
    public async Task Learner_OfTokens_LearnsWhatStandsLast()
    {
        using var slot = new TestSlot();
        var definition = Definition<Sentences>();
        var learner = await definition.LoadAsync(Samples.Learner(), Samples.Configuration(), default);
        using var _ = (IDisposable)learner;
        var initial = learner.InitialWeights(Samples.Round(slot, round: 0));

        var proposal = learner.ProposeWeights(initial, Samples.Round(slot));

        Assert.Equal(proposal.Hash, learner.ProposeWeights(initial, Samples.Round(slot)).Hash);
        Assert.InRange(learner.TestWeights(proposal, Samples.Round(slot)).Test!.Value, 0.95, 1);
        Assert.True(learner.TestWeights(proposal, Samples.Round(slot)).Loss < learner.TestWeights(initial, Samples.Round(slot)).Loss / 2);
        var padding = SafeTensors.Read(proposal).Single(tensor => tensor.Name == "embedding1.weight").Data.Span[..(8 * sizeof(float))];
        Assert.True(padding.IndexOfAnyExcept((byte)0) < 0);
    }

    private static LastState Make(bool isLSTM, int layers = 1, bool bidirectional = false, bool bias = true) => isLSTM
        ? LastState.OfLSTM(5, 6, layers, bidirectional, bias)
        : LastState.OfGRU(5, 6, layers, bidirectional, bias);

    private static LearnerDefinition Definition<TModel>()
        where TModel : ILearnerModel
        => TModel.Definition;
}
