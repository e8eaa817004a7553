using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>The example's models as whoever has TorchSharp alone writes them, with the loss that each is trained by.</summary>
internal static class PlainNetworks
{
    private static (Func<Module<Tensor, Tensor>> Create, Func<Tensor, Tensor, Tensor> Loss) Cnn { get; } = (
        () => Sequential(
            Conv2d(1, 20, 5), ReLU(), MaxPool2d(2),
            Conv2d(20, 50, 5), ReLU(), MaxPool2d(2),
            Flatten(), Linear(800, 500), ReLU(), Linear(500, 10), LogSoftmax(1)),
        (output, target) => functional.nll_loss(output, target));

    private static (Func<Module<Tensor, Tensor>> Create, Func<Tensor, Tensor, Tensor> Loss) Tutorial { get; } = (
        () => Sequential(
            Conv2d(1, 64, 3, padding: 1), BatchNorm2d(64), ReLU(), MaxPool2d(2),
            Conv2d(64, 128, 3, padding: 1), BatchNorm2d(128), ReLU(), MaxPool2d(2),
            Flatten(), Linear(6272, 10)),
        (output, target) => functional.cross_entropy(output, target));

    public static (Func<Module<Tensor, Tensor>> Create, Func<Tensor, Tensor, Tensor> Loss) Of(PlainNetwork network) => network == PlainNetwork.Cnn ? Cnn : Tutorial;
}
