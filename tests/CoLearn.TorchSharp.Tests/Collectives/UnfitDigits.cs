using CoLearn.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Collectives;

/// <summary>A module of one's own that takes other examples than it declares.</summary>
[Learner("unfit-digits", Data = typeof(IdxData))]
[Input(1, 28, 28)]
[CrossEntropyLoss, Adam]
public sealed partial class UnfitDigits : Module<Tensor, Tensor>
{
    private readonly Linear fc = Linear(28, 10);

    /// <summary>Makes the layer.</summary>
    public UnfitDigits()
        : base("unfit") => RegisterComponents();

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => fc.call(input.flatten(1));
}
