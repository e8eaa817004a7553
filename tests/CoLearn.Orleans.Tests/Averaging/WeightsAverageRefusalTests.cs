using CoLearn.Exchange;

namespace CoLearn.Averaging;

public sealed class WeightsAverageRefusalTests
{
    private static readonly NamedTensor Bias = new("fc1.bias", DType.F32, [1], new byte[4]);
    private static readonly NamedTensor Weight = new("fc1.weight", DType.F32, [2, 1], new byte[8]);

    public static TheoryData<Weights, string> Others => new()
    {
        { SafeTensors.Write([Bias]), "the tensor 'fc1.weight' is missing." },
        { SafeTensors.Write([Bias, Weight, new("fc2.bias", DType.F32, [1], new byte[4])]), "the tensor 'fc2.bias' is unexpected." },
        { SafeTensors.Write([Bias, Weight with { Shape = [1, 2] }]), "the tensor 'fc1.weight' has shape (1, 2) instead of (2, 1)." },
        { SafeTensors.Write([Bias with { Type = DType.I32 }, Weight]), "the tensor 'fc1.bias' has type I32 instead of F32." },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_OtherTensors_NamesLearnerAndTensor(Weights other, string difference)
    {
        var error = Assert.Throws<ArgumentException>(() => WeightsAverage.Of(
            [new("clinic-b", other, 1), new("clinic-a", SafeTensors.Write([Bias, Weight]), 1)]));

        Assert.Equal($"The weights of learner 'clinic-b' are not like those of 'clinic-a': {difference}", error.Message);
    }

    [Fact]
    public void Of_UnreadableWeights_NamesTheLearner()
    {
        var error = Assert.Throws<ArgumentException>(() => WeightsAverage.Of([new("clinic-b", new Weights("forest", new byte[8]), 1)]));

        Assert.Equal("The weights of learner 'clinic-b' cannot be read: The weights are of format 'forest', not 'safetensors'.", error.Message);
    }

    [Fact]
    public void Of_OneLearnerTwice_IsRefused()
    {
        var weights = SafeTensors.Write([Bias]);

        var error = Assert.Throws<ArgumentException>(() => WeightsAverage.Of([new("clinic-b", weights, 1), new("clinic-b", weights, 1)]));

        Assert.Equal("The learner 'clinic-b' contributes twice.", error.Message);
    }

    [Fact]
    public void Of_NoContribution_IsRefused() =>
        Assert.Equal("There is no contribution to average.", Assert.Throws<ArgumentException>(() => WeightsAverage.Of([])).Message);
}
