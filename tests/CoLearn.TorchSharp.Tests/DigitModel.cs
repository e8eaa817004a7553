using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn;

/// <summary>(1, 28, 28) → (10), small enough to train in a second.</summary>
internal sealed class DigitModel : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(1, 8, 5, stride: 2);
    private readonly BatchNorm2d bn1 = BatchNorm2d(8);
    private readonly Linear fc1 = Linear(8 * 6 * 6, 10);

    public DigitModel()
        : base(nameof(DigitModel)) => RegisterComponents();

    public override Tensor forward(Tensor input) => fc1.call(functional.max_pool2d(functional.relu(bn1.call(conv1.call(input))), 2).flatten(1));
}
