using CoLearn.Generators.Runs;
using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class StackCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return AtLearner(
            "COLEARN009",
            "[Input(4)] [CrossEntropyLoss, Adam]",
            "Model has no layers, is no Module<Tensor, Tensor> and does not implement ILearner, so that there is nothing to train; add layers such as [Flatten, Linear(10)]");
        yield return new(
            "COLEARN010",
            Source.Model("[Input(4)] [Linear(8)]\n[CrossEntropyLoss, Adam]") + "\n[⟦Linear(2)⟧] public partial class Model;",
            "Linear on Model stands on another declaration than the layers before it, and the order of declarations is undefined; move all layers to one",
            Source.Model("[Input(4)]\n[CrossEntropyLoss, Adam]") + "\n[Linear(8)] [ReLU] [Linear(2)] public partial class Model;");

        yield return Misfit(
            "[Input(128, 7, 7)] [⟦Linear(10)⟧]",
            "Linear 'fc1' on Model needs a flat input, but receives (128, 7, 7); put [Flatten] before it",
            "[Input(128, 7, 7)] [Flatten, Linear(10)]");
        yield return Misfit(
            "[Input(12)] [⟦Conv2d(8, 3)⟧, Flatten]",
            "Conv2d 'conv1' on Model needs an input of (channels, height, width), but receives (12); put it before [Flatten], or give [Input] three sizes",
            "[Input(3, 2, 2)] [Conv2d(8, 2), Flatten]");
        yield return Misfit(
            "[Input(3, 9, 9)] [Conv2d(4, 3), ⟦Conv2d(4, 8)⟧, Flatten]",
            "Conv2d 'conv2' on Model needs a height and width of at least 8, but receives (4, 7, 7); make its kernel smaller or its Padding larger",
            "[Input(3, 9, 9)] [Conv2d(4, 3), Conv2d(4, 7), Flatten]");
        yield return Misfit(
            "[Input(3, 2, 9)] [⟦Conv2d(4, 5, Padding = 1)⟧, Flatten]",
            "Conv2d 'conv1' on Model needs a height and width of at least 3 before its padding, but receives (3, 2, 9); make its kernel smaller or its Padding larger",
            "[Input(3, 3, 9)] [Conv2d(4, 5, Padding = 1), Flatten]");
        yield return Misfit(
            "[Input(4)] [⟦BatchNorm2d⟧]",
            "BatchNorm2d 'bn1' on Model needs an input of (channels, height, width), but receives (4); use [BatchNorm1d]",
            "[Input(4)] [BatchNorm1d]");
        yield return Misfit(
            "[Input(4, 2, 2)] [⟦BatchNorm1d⟧, Flatten]",
            "BatchNorm1d 'bn1' on Model needs an input of (features) or (channels, length), but receives (4, 2, 2); use [BatchNorm2d]",
            "[Input(4, 2, 2)] [BatchNorm2d, Flatten]");
        yield return Misfit(
            "[Input(4, 2, 2, 2)] [⟦BatchNorm1d⟧, Flatten]",
            "BatchNorm1d 'bn1' on Model needs an input of (features) or (channels, length), but receives (4, 2, 2, 2); use [BatchNorm3d]",
            "[Input(4, 2, 2, 2)] [BatchNorm3d, Flatten]");
        yield return Misfit(
            "[Input(4, 2, 2, 2, 2)] [⟦BatchNorm3d⟧, Flatten]",
            "BatchNorm3d 'bn1' on Model needs an input of (channels, depth, height, width), but receives (4, 2, 2, 2, 2); put [Flatten] before it and use [BatchNorm1d]",
            "[Input(4, 2, 2, 2, 2)] [Flatten, BatchNorm1d]");
        yield return Misfit(
            "[Input(4, 2)] [⟦MaxPool2d(2)⟧, Flatten]",
            "MaxPool2d 'pool1' on Model needs an input of (channels, height, width), but receives (4, 2); put it before [Flatten], or give [Input] three sizes",
            "[Input(1, 4, 2)] [MaxPool2d(2), Flatten]");
        yield return Misfit(
            "[Input(1, 4, 2)] [⟦AvgPool2d(3)⟧, Flatten]",
            "AvgPool2d 'pool1' on Model needs a height and width of at least 3, but receives (1, 4, 2); make its kernel smaller, or pool less before it",
            "[Input(1, 4, 2)] [AvgPool2d(2), Flatten]");
        yield return Misfit(
            "[Input(4)] [⟦AdaptiveAvgPool2d(2)⟧, Flatten]",
            "AdaptiveAvgPool2d 'pool1' on Model needs an input of (channels, height, width), but receives (4); put it before [Flatten], or give [Input] three sizes",
            "[Input(4, 1, 1)] [AdaptiveAvgPool2d(2), Flatten]");
        yield return Misfit(
            "[Input(4, 2)] [⟦LogSoftmax⟧, Flatten]",
            "LogSoftmax 'logsoftmax1' on Model needs a flat input, but receives (4, 2); put [Flatten] before it",
            "[Input(4, 2)] [Flatten, LogSoftmax, Linear(2)]");

        yield return TooLarge("[Input(1 << 20, 1 << 20)] [⟦Flatten⟧]", "Flatten 'flatten1'", "[Input(1 << 10, 1 << 10)] [Flatten]");
        yield return TooLarge(
            "[Input(1, 4, 4)] [⟦Conv2d(2, 1, Padding = int.MaxValue)⟧, Flatten]",
            "Conv2d 'conv1'",
            "[Input(1, 4, 4)] [Conv2d(2, 1, Padding = 99), Flatten]");
        yield return TooLarge(
            "[Input(int.MaxValue, 1, 1)] [⟦Conv2d(int.MaxValue, 2, Padding = 1)⟧, Flatten]",
            "Conv2d 'conv1'",
            "[Input(9, 1, 1)] [Conv2d(9, 2, Padding = 1), Flatten]");
        yield return TooLarge(
            "[Input(int.MaxValue)] [Linear(int.MaxValue, Bias = false), Linear(int.MaxValue, Bias = false), ⟦Linear(int.MaxValue)⟧]",
            "Linear 'fc3'",
            "[Input(int.MaxValue)] [Linear(int.MaxValue, Bias = false), ReLU, Linear(int.MaxValue, Bias = false), ReLU, Linear(2)]");

        yield return new(
            "COLEARN032",
            Source.Network("[Input(4)] [⟦Mine⟧, Linear(2)]") + "\ninternal sealed class MineAttribute : LayerAttribute;",
            "Example.Mine on Model is not one of CoLearn's own attributes, so that the generator cannot write it; use one of those",
            Source.Network("[Input(4)] [Mine, Linear(2)]") + "\ninternal sealed class MineAttribute : System.Attribute;");
        yield return new(
            "COLEARN032",
            Source.Model("[Input(4)] [Linear(2)] [CrossEntropyLoss, ⟦Adam⟧]") + "\ninternal sealed class AdamAttribute : OptimizerAttribute;",
            "Example.Adam on Model is not one of CoLearn's own attributes, so that the generator cannot write it; use one of those",
            Source.Network("[Input(4)] [Linear(2)]"));
    }
}
