using CoLearn.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn;

/// <summary>(4) → (3), with batch norm and dropout.</summary>
internal sealed class TinyModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(4, 8);
    private readonly BatchNorm1d bn1 = BatchNorm1d(8);
    private readonly SeededDropout drop1 = new(0.25);
    private readonly Linear fc2 = Linear(8, 3);

    public TinyModel()
        : base(nameof(TinyModel)) => RegisterComponents();

    public override Tensor forward(Tensor input) => fc2.call(drop1.call(functional.relu(bn1.call(fc1.call(input)))));
}
