using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class ArgumentCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return Argument(
            "[Input(4)] [⟦Linear(0)⟧]",
            "outFeatures",
            "Linear 'fc1'",
            "0",
            "a value of at least 1",
            "[Input(4)] [Linear(2)]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦Conv2d(0, 3)⟧, Flatten]",
            "filters",
            "Conv2d 'conv1'",
            "0",
            "a value of at least 1",
            "[Input(1, 4, 4)] [Conv2d(1, 3), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦Conv2d(2, -3)⟧, Flatten]",
            "kernel",
            "Conv2d 'conv1'",
            "-3",
            "a value of at least 1",
            "[Input(1, 4, 4)] [Conv2d(2, 3), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦Conv2d(2, 3, Stride = 0)⟧, Flatten]",
            "Stride",
            "Conv2d 'conv1'",
            "0",
            "a value of at least 1",
            "[Input(1, 4, 4)] [Conv2d(2, 3, Stride = 1), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦Conv2d(2, 3, Padding = -1)⟧, Flatten]",
            "Padding",
            "Conv2d 'conv1'",
            "-1",
            "a value of at least 0",
            "[Input(1, 4, 4)] [Conv2d(2, 3, Padding = 0), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦MaxPool2d(0)⟧, Flatten]",
            "kernel",
            "MaxPool2d 'pool1'",
            "0",
            "a value of at least 1",
            "[Input(1, 4, 4)] [MaxPool2d(1), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦AvgPool2d(2, Stride = -2)⟧, Flatten]",
            "Stride",
            "AvgPool2d 'pool1'",
            "-2",
            "a value of at least 0",
            "[Input(1, 4, 4)] [AvgPool2d(2, Stride = 2), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦MaxPool2d(3, Padding = 2)⟧, Flatten]",
            "Padding",
            "MaxPool2d 'pool1'",
            "2",
            "a value of at most 1, half the kernel",
            "[Input(1, 4, 4)] [MaxPool2d(3, Padding = 1), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦AdaptiveAvgPool2d(0)⟧, Flatten]",
            "size",
            "AdaptiveAvgPool2d 'pool1'",
            "0",
            "a value of at least 1",
            "[Input(1, 4, 4)] [AdaptiveAvgPool2d(2), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦AdaptiveAvgPool2d(2, -1)⟧, Flatten]",
            "width",
            "AdaptiveAvgPool2d 'pool1'",
            "-1",
            "a value of at least 1",
            "[Input(1, 4, 4)] [AdaptiveAvgPool2d(2, 1), Flatten]");
        yield return Argument(
            "[Input(4)] [⟦Dropout(1)⟧]",
            "probability",
            "Dropout 'dropout1'",
            "1",
            "a value in [0, 1)",
            "[Input(4)] [Dropout(0), Linear(2)]");
        yield return Argument(
            "[Input(4)] [⟦Dropout(double.NaN)⟧]",
            "probability",
            "Dropout 'dropout1'",
            "NaN",
            "a value in [0, 1)",
            "[Input(4)] [Dropout(0.999), Linear(2)]");
        yield return Argument(
            "[Input(4)] [⟦LeakyReLU(NegativeSlope = double.NegativeInfinity)⟧]",
            "NegativeSlope",
            "LeakyReLU 'leakyrelu1'",
            "-Infinity",
            "a finite value",
            "[Input(4)] [LeakyReLU(NegativeSlope = -1)]");
        yield return Argument(
            "[Input(4)] [⟦LayerNorm(Epsilon = 0)⟧]",
            "Epsilon",
            "LayerNorm 'ln1'",
            "0",
            "a finite value above 0",
            "[Input(4)] [LayerNorm(Epsilon = 1e-9)]");
        yield return Argument(
            "[Input(4)] [⟦BatchNorm1d(Momentum = 1.5)⟧]",
            "Momentum",
            "BatchNorm1d 'bn1'",
            "1.5",
            "a value in [0, 1]",
            "[Input(4)] [BatchNorm1d(Momentum = 1)]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦BatchNorm2d(Epsilon = -1e-5)⟧, Flatten]",
            "Epsilon",
            "BatchNorm2d 'bn1'",
            "-1E-05",
            "a finite value above 0",
            "[Input(1, 4, 4)] [BatchNorm2d, Flatten]");
    }
}
