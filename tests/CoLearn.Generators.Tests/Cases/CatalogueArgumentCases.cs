using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

// The further layers of the catalogue.
internal static class CatalogueArgumentCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return Argument(
            "[Input(4, 4, 4)] [⟦Conv2d(6, 3, Groups = 3)⟧, Flatten]",
            "Groups",
            "Conv2d 'conv1'",
            "3",
            "a divisor of both the 4 channels that arrive and the 6 filters",
            "[Input(4, 4, 4)] [Conv2d(6, 3, Groups = 2), Flatten]");
        yield return Argument(
            "[Input(4, 4)] [⟦Conv1d(6, 3, Groups = 4)⟧, Flatten]",
            "Groups",
            "Conv1d 'conv1'",
            "4",
            "a divisor of both the 4 channels that arrive and the 6 filters",
            "[Input(4, 4)] [Conv1d(8, 3, Groups = 4), Flatten]");
        yield return Argument(
            "[Input(4, 4, 4)] [⟦ConvTranspose2d(6, 3, Groups = 0)⟧, Flatten]",
            "Groups",
            "ConvTranspose2d 'deconv1'",
            "0",
            "a value of at least 1",
            "[Input(4, 4, 4)] [ConvTranspose2d(6, 3, Groups = 2), Flatten]");
        yield return Argument(
            "[Input(4, 4, 4)] [⟦Conv2d(6, 2, Dilation = 0)⟧, Flatten]",
            "Dilation",
            "Conv2d 'conv1'",
            "0",
            "a value of at least 1",
            "[Input(4, 4, 4)] [Conv2d(6, 2, Dilation = 3), Flatten]");
        yield return Argument(
            "[Input(4, 4, 4)] [⟦ConvTranspose2d(6, 3, Stride = 2, OutputPadding = 2)⟧, Flatten]",
            "OutputPadding",
            "ConvTranspose2d 'deconv1'",
            "2",
            "a value less than 2, the larger of Stride and Dilation",
            "[Input(4, 4, 4)] [ConvTranspose2d(6, 3, Stride = 2, OutputPadding = 1), Flatten]");
        yield return Argument(
            "[Input(4, 2)] [⟦GroupNorm(3)⟧, Flatten]",
            "groups",
            "GroupNorm 'gn1'",
            "3",
            "a divisor of the 4 channels that arrive",
            "[Input(4, 2)] [GroupNorm(4), Flatten]");
        yield return Argument(
            "[Input(4)] [⟦Unflatten(4, 0)⟧, Flatten]",
            "shape",
            "Unflatten 'unflatten1'",
            "(4, 0)",
            "one or more sizes of at least 1",
            "[Input(4)] [Unflatten(4, 1), Flatten]");
        yield return Argument(
            "[Input(1, 4)] [⟦Upsample(0)⟧, Flatten]",
            "scale",
            "Upsample 'upsample1'",
            "0",
            "a value of at least 1",
            "[Input(1, 4)] [Upsample(1), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦ZeroPad2d(-1)⟧, Flatten]",
            "padding",
            "ZeroPad2d 'pad1'",
            "-1",
            "a value of at least 0",
            "[Input(1, 4, 4)] [ZeroPad2d(0), Flatten]");
        yield return Argument(
            "[Input(1, 4, 4)] [⟦Dropout2d(1)⟧, Flatten]",
            "probability",
            "Dropout2d 'dropout1'",
            "1",
            "a value in [0, 1)",
            "[Input(1, 4, 4)] [Dropout2d(0), Flatten, Linear(2)]");
        yield return Argument(
            "[Input(4)] [⟦ELU(Alpha = 0)⟧]",
            "Alpha",
            "ELU 'elu1'",
            "0",
            "a finite value above 0",
            "[Input(4)] [ELU(Alpha = 2)]");
        yield return Argument(
            "[Input(4)] [⟦Softplus(Beta = -1)⟧]",
            "Beta",
            "Softplus 'softplus1'",
            "-1",
            "a finite value above 0",
            "[Input(4)] [Softplus(Beta = 1), Linear(2)]");
        yield return Argument(
            "[Input(4)] [⟦Softshrink(Lambda = -1)⟧]",
            "Lambda",
            "Softshrink 'softshrink1'",
            "-1",
            "a finite value of at least 0",
            "[Input(4)] [Softshrink(Lambda = 0)]");
        yield return Argument(
            "[Input(4)] [⟦Hardtanh(Minimum = 1)⟧]",
            "Minimum",
            "Hardtanh 'hardtanh1'",
            "1",
            "a value less than 1, its Maximum",
            "[Input(4)] [Hardtanh(Minimum = 1, Maximum = 2), Linear(2)]");
        yield return Argument(
            "[Input(4)] [⟦Hardtanh(Maximum = double.NaN)⟧]",
            "Maximum",
            "Hardtanh 'hardtanh1'",
            "NaN",
            "a finite value",
            "[Input(4)] [Hardtanh(Maximum = 6), Linear(2)]");
        yield return Argument(
            "[Input(4)] [⟦Embedding(0, 3)⟧, Flatten]",
            "numEmbeddings",
            "Embedding 'embedding1'",
            "0",
            "a value of at least 1",
            "[Input(4)] [Embedding(1, 3), Flatten]");
        yield return Argument(
            "[Input(4)] [⟦Embedding(9, 3, PaddingIndex = 9)⟧, Flatten]",
            "PaddingIndex",
            "Embedding 'embedding1'",
            "9",
            "-1 for none, or a value from 0 to 8",
            "[Input(4)] [Embedding(9, 3, PaddingIndex = 8), Flatten]");
        yield return Argument(
            "[Input(4, 2)] [⟦LSTM(3, Layers = 65)⟧]",
            "Layers",
            "LSTM 'lstm1'",
            "65",
            "a value from 1 to 64",
            "[Input(4, 2)] [LSTM(3, Layers = 64)]");
        yield return Argument(
            "[Input(4, 2)] [⟦GRU(0)⟧]",
            "hidden",
            "GRU 'gru1'",
            "0",
            "a value of at least 1",
            "[Input(4, 2)] [GRU(2)]");
        yield return TooLarge("[Input(4, 2)] [⟦LSTM(int.MaxValue, Bidirectional = true)⟧]", "LSTM 'lstm1'", "[Input(4, 2)] [LSTM(9, Bidirectional = true)]");
    }
}
