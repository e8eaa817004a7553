using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Collectives;

/// <summary>Blocks in every way they can be used.</summary>
[Learner("every-block", Data = typeof(ColouredPictures))]
[Input(3, 10, 13)]
[Residual<Halved>(Project = true), ReLU, Repeat<Twice>(2), Layer<Halves>(2, 5, 7)]
[Flatten, Residual<Narrow>(Project = true), Residual<Inner>, Linear(3)]
[CrossEntropyLoss, Adam]
public sealed partial class EveryBlock;

[Block, Conv2d(4, 3, Stride = 2, Padding = 1), BatchNorm2d, Dropout(0.1)]
internal sealed partial class Halved;

[Block, Residual<Bent>, Conv2d(4, 1), PReLU]
internal sealed partial class Twice;

[Block, Conv2d(4, 3, Padding = 1, Name = "bend"), Tanh]
internal sealed partial class Bent;

[Block, Linear(6), BatchNorm1d]
internal sealed partial class Narrow;

[Block, Linear(9), Repeat<Leak>(3), Linear(6)]
internal sealed partial class Inner;

[Block, LeakyReLU]
internal sealed partial class Leak;

/// <summary>A module of one's own: half of the channels, each times a learned number.</summary>
internal sealed class Halves : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Parameter scale = Parameter(full([2, 1, 1], 0.5f));

    public Halves()
        : base(nameof(Halves)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        using var half = input.narrow(1, 0, 2);
        return half.mul(scale);
    }
}
