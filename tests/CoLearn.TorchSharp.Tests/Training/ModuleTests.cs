using System.Security.Cryptography;
using System.Text;
using CoLearn.Exchange;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>Modules and their weights: writing, reading, fingerprints, initial parameters, dropout.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void Write_ThenReadIntoAnother_MakesThemEqual()
    {
        using var one = new TinyModel();
        using var two = new TinyModel();
        var weights = ModuleWeights.Write(one);
        Assert.NotEqual(weights.Hash, ModuleWeights.Write(two).Hash);

        ModuleWeights.Read(weights, two);

        Assert.Equal(weights.Hash, ModuleWeights.Write(two).Hash);
    }

    [Fact]
    public void Write_Module_HoldsParametersAndBuffers()
    {
        using var module = new TinyModel();

        var names = SafeTensors.Read(ModuleWeights.Write(module)).Select(tensor => $"{tensor.Name}:{tensor.Type}");

        Assert.Equal(
            [
                "bn1.bias:F32", "bn1.num_batches_tracked:I64", "bn1.running_mean:F32", "bn1.running_var:F32", "bn1.weight:F32",
                "fc1.bias:F32", "fc1.weight:F32", "fc2.bias:F32", "fc2.weight:F32",
            ],
            names);
    }

    [Theory]
    [InlineData("fc1.weight", null, "The weights lack the tensor 'fc1.weight', which the model has.")]
    [InlineData("fc1.weight", "fc9.weight", "The weights hold the tensor 'fc9.weight', which the model does not have.")]
    public void Read_OtherNames_ChangesNothing(string name, string? replacement, string message) => Refused(
        tensors => tensors.SelectMany(tensor => tensor.Name != name ? [tensor] : replacement is null ? Array.Empty<NamedTensor>() : [tensor with { Name = replacement }]),
        message);

    [Fact]
    public void Read_OtherShape_ChangesNothing() => Refused(
        tensors => tensors.Select(tensor => tensor.Name == "fc2.weight" ? tensor with { Shape = [8, 3] } : tensor),
        "The weights' tensor 'fc2.weight' is F32 (8, 3), but the model's is F32 (3, 8).");

    [Fact]
    public void Read_OtherType_ChangesNothing() => Refused(
        tensors => tensors.Select(tensor => tensor.Name == "fc2.weight" ? tensor with { Type = DType.I32 } : tensor),
        "The weights' tensor 'fc2.weight' is I32 (3, 8), but the model's is F32 (3, 8).");

    [Fact]
    public void Fingerprint_OfModule_IsTheHashOfItsLines()
    {
        using var module = new TinyModel();
        const string lines = "bn1.bias:F32:8\nbn1.num_batches_tracked:I64:\nbn1.running_mean:F32:8\nbn1.running_var:F32:8\nbn1.weight:F32:8\n"
            + "fc1.bias:F32:8\nfc1.weight:F32:8,4\nfc2.bias:F32:3\nfc2.weight:F32:3,8\n";

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))), Fingerprint.Of(module));
    }

    [Fact]
    public void Redraw_Layers_FollowsPyTorchsDefaults()
    {
        using var conv = Conv2d(4, 50, 5, groups: 2);
        using var linear = Linear(400, 100);
        using var norm = BatchNorm2d(6);
        using var module = Sequential(("conv", conv), ("linear", linear), ("norm", norm));
        using (no_grad())
        {
            norm.weight.fill_(9);
            norm.running_var!.fill_(9);
            norm.num_batches_tracked!.fill_(9);
        }

        using var generator = new Generator(3);
        ModuleInitializer.Redraw(module, generator);

        Assert.InRange(conv.weight.abs().max().item<float>(), 0.98 / Math.Sqrt(50), 1 / Math.Sqrt(50));
        Assert.InRange(linear.weight.abs().max().item<float>(), 0.98 / 20, 1.0 / 20);
        Assert.InRange(linear.weight.std().item<float>(), 0.98 / 20 / Math.Sqrt(3), 1.02 / 20 / Math.Sqrt(3));
        Assert.InRange(linear.bias!.abs().max().item<float>(), 0.9 / 20, 1.0 / 20);
        Assert.Equal((1f, 0f, 0f, 1f, 0L), (
            norm.weight.mean().item<float>(), norm.bias!.mean().item<float>(), norm.running_mean!.mean().item<float>(),
            norm.running_var!.mean().item<float>(), norm.num_batches_tracked!.item<long>()));
    }

    [Fact]
    public void Redraw_TransposedConvolution_CountsItsFanInAsPyTorchDoes()
    {
        using var module = ConvTranspose2d(40, 8, 3, groups: 2);
        using var generator = new Generator(3);
        ModuleInitializer.Redraw(module, generator);

        Assert.InRange(module.weight.abs().max().item<float>(), 0.98 / 6, 1.0 / 6);
        Assert.InRange(module.bias!.abs().max().item<float>(), 0.5 / 6, 1.0 / 6);
    }

    [Fact]
    public void Redraw_PReLU_BeginsAtAQuarter()
    {
        using var module = PReLU(3);
        using var withoutGradients = no_grad();
        module.weight.fill_(9);
        using var generator = new Generator(3);
        ModuleInitializer.Redraw(module, generator);

        Assert.Equal([0.25f, 0.25f, 0.25f], module.weight.data<float>().ToArray());
    }

    [Fact]
    public void Redraw_SameGeneratorSeed_GivesTheSameWeights()
    {
        string Hash(ulong seed)
        {
            using var module = new DigitModel();
            using var generator = new Generator(seed);
            ModuleInitializer.Redraw(module, generator);
            return ModuleWeights.Write(module).Hash;
        }

        Assert.Equal(Hash(1), Hash(1));
        Assert.NotEqual(Hash(1), Hash(2));
    }

    [Fact]
    public void Dropout_WhileTraining_DropsTheShareAndScalesTheRest()
    {
        using var dropout = new SeededDropout(0.3);
        using var scope = NewDisposeScope();
        Tensor Draw(ulong seed)
        {
            using var generator = new Generator(seed);
            dropout.Generator = generator;
            return dropout.call(ones(10_000));
        }

        var output = Draw(1);

        Assert.InRange(output.eq(0).to(ScalarType.Float32).mean().item<float>(), 0.28, 0.32);
        Assert.Equal(1 / 0.7f, output.max().item<float>(), 5);
        Assert.True(output.equal(Draw(1)).all().item<bool>());
        Assert.False(output.equal(Draw(2)).all().item<bool>());
    }

    [Fact]
    public void Dropout_OfWholeChannels_DropsAllOfAChannelOrNothing()
    {
        using var dropout = new SeededDropout(0.3, wholeChannels: true);
        using var generator = new Generator(1);
        dropout.Generator = generator;
        using var scope = NewDisposeScope();

        var sums = dropout.call(ones(50, 20, 2, 3)).sum([2, 3]);

        var dropped = sums.eq(0);
        Assert.InRange(dropped.to(ScalarType.Float32).mean().item<float>(), 0.25, 0.35);
        Assert.True(dropped.logical_or(sums.isclose(full(sums.shape, 6 / 0.7f))).all().item<bool>());
    }

    [Fact]
    public void Dropout_WhileEvaluating_IsTheIdentity()
    {
        using var dropout = new SeededDropout(0.3);
        dropout.eval();
        using var scope = NewDisposeScope();

        Assert.Equal(100, dropout.call(ones(100)).sum().item<float>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Dropout_ProbabilityThatIsNone_Throws(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeededDropout(probability));

    private static void Refused(Func<IEnumerable<NamedTensor>, IEnumerable<NamedTensor>> change, string message)
    {
        using var module = new TinyModel();
        using var other = new TinyModel();
        var before = ModuleWeights.Write(module).Hash;
        var changed = SafeTensors.Write(change(SafeTensors.Read(ModuleWeights.Write(other))));

        Assert.Equal(message, Assert.Throws<FormatException>(() => ModuleWeights.Read(changed, module)).Message);
        Assert.Equal(before, ModuleWeights.Write(module).Hash);
    }
}
