using CoLearn.Data;
using CoLearn.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Collectives;

/// <summary>A module of one's own: two branches that are added, layers in a list, a parameter and a buffer of its own, and sizes in a static field.</summary>
[Learner("twin-digits", Data = typeof(IdxData))]
[Input(1, 28, 28)]
[CrossEntropyLoss, Adam(LearningRate = 2e-3)]
[Training(BatchSize = 32)]
public sealed partial class TwinDigits : Module<Tensor, Tensor>
{
    private static readonly int[] widths = [6, 6];

    private readonly ModuleList<Conv2d> branches = new(Conv2d(1, widths[0], 5, stride: 2), Conv2d(1, widths[1], 5, stride: 2));
    private readonly BatchNorm2d norm = BatchNorm2d(widths[0]);
    private readonly SeededDropout drop = new(0.1);
    private readonly Linear fc;
    private readonly Parameter scale = new(ones(10));
    private readonly Tensor shift;

    /// <summary>Makes the layers.</summary>
    public TwinDigits()
        : base("twin")
    {
        fc = Linear(widths[0] * 6 * 6, 10);
        shift = zeros(10);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var sum = functional.relu(branches[0].call(input)) + functional.relu(branches[1].call(input));
        var flat = drop.call(functional.max_pool2d(norm.call(sum), 2).flatten(1));
        return (fc.call(flat).mul(scale) + shift).MoveToOuterDisposeScope();
    }
}
