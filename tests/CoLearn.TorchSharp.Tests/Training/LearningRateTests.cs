using CoLearn.Exchange;

namespace CoLearn.Training;

/// <summary>How far a proposer's steps go: the rate of its round, and the limit on its gradients.</summary>
public sealed class LearningRateTests : IDisposable
{
    private static readonly TrainingSettings OneStep = new(16, 1, Batches: 1, ResetOptimizer: true);

    private readonly TestSlot slot = new();

    public void Dispose() => slot.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 0.5)]
    [InlineData(21, 0.25)]
    public void RateFactor_OfARound_FallsEveryDecayRounds(int round, double factor) =>
        Assert.Equal(factor, (OneStep with { DecayRounds = 10, DecayFactor = 0.5 }).RateFactor(round));

    [Fact]
    public void RateFactor_WithoutDecay_IsOne() => Assert.Equal(1, OneStep.RateFactor(1000));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ProposeWeights_DecayedRound_TakesTheDecayedRate(bool resetOptimizer)
    {
        var training = OneStep with { ResetOptimizer = resetOptimizer };
        using var decays = Learner(0.4, training with { DecayRounds = 1, DecayFactor = 0.5 });
        using var plain = Learner(0.4, training);
        using var half = Learner(0.2, training);
        var initial = plain.InitialWeights(Samples.Round(slot, round: 0));

        Assert.Equal(Hash(plain, initial, round: 1), Hash(decays, initial, round: 1));
        Assert.Equal(Hash(half, initial, round: 2), Hash(decays, initial, round: 2));
    }

    [Fact]
    public void ProposeWeights_GradientClip_LimitsTheStep()
    {
        const double rate = 0.5, norm = 1e-2;
        using var clips = Learner(rate, OneStep with { GradientClip = norm });
        using var wide = Learner(rate, OneStep with { GradientClip = 1e6 });
        using var free = Learner(rate, OneStep);
        var initial = free.InitialWeights(Samples.Round(slot, round: 0));

        var step = Distance(initial, clips.ProposeWeights(initial, Samples.Round(slot)));

        Assert.InRange(step, 0.98 * rate * norm, 1.02 * rate * norm);
        Assert.Equal(Hash(free, initial, round: 1), Hash(wide, initial, round: 1));
    }

    private static TorchLearner<TinyModel> Learner(double rate, TrainingSettings training) =>
        Samples.Tiny(Samples.Declaration() with { Optimizer = new SGDSettings(rate, 0, 0), Training = training });

    private static double Distance(Weights one, Weights two) => Math.Sqrt(Learned(one).Zip(Learned(two), (x, y) => Math.Pow(x - y, 2)).Sum());

    private static IEnumerable<double> Learned(Weights weights) => SafeTensors.Read(weights)
        .Where(tensor => tensor.Name.EndsWith("weight", StringComparison.Ordinal) || tensor.Name.EndsWith("bias", StringComparison.Ordinal))
        .SelectMany(tensor => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(tensor.Data.Span).ToArray())
        .Select(value => (double)value);

    private string Hash(TorchLearner<TinyModel> learner, Weights initial, int round) =>
        learner.ProposeWeights(initial, Samples.Round(slot, round: round)).Hash;
}
