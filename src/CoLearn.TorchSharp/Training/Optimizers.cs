using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>Optimizers from their settings.</summary>
internal static class Optimizers
{
    public static OptimizerHelper Create(OptimizerSettings settings, Parameter[] parameters) => settings switch
    {
        SGDSettings sgd => optim.SGD(parameters, sgd.LearningRate, momentum: sgd.Momentum, weight_decay: sgd.WeightDecay),
        AdamSettings adam => optim.Adam(parameters, adam.LearningRate, adam.Beta1, adam.Beta2, weight_decay: adam.WeightDecay),
        AdamWSettings adam => optim.AdamW(parameters, adam.LearningRate, adam.Beta1, adam.Beta2, weight_decay: adam.WeightDecay),
        NAdamSettings adam => optim.NAdam(
            parameters, adam.LearningRate, adam.Beta1, adam.Beta2, weight_decay: adam.WeightDecay, momentum_decay: adam.MomentumDecay),
        RMSpropSettings rms => optim.RMSProp(parameters, rms.LearningRate, rms.Alpha, weight_decay: rms.WeightDecay, momentum: rms.Momentum),
        AdagradSettings grad => optim.Adagrad(parameters, grad.LearningRate, grad.LearningRateDecay, grad.WeightDecay),
        _ => throw new NotSupportedException($"The optimizer settings {settings.GetType().Name} are unknown."),
    };

    public static byte[] Save(OptimizerHelper optimizer)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            optimizer.save_state_dict(writer);
        return stream.ToArray();
    }

    public static void Load(OptimizerHelper optimizer, byte[] state)
    {
        using var reader = new BinaryReader(new MemoryStream(state));
        optimizer.load_state_dict(reader);
    }
}
