using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

// The further layers of the catalogue.
internal static class CatalogueCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return Misfit(
            "[Input(12)] [⟦Conv1d(8, 3)⟧, Flatten]",
            "Conv1d 'conv1' on Model needs an input of (channels, length), but receives (12); put it before [Flatten], or give [Input] two sizes",
            "[Input(3, 4)] [Conv1d(8, 3), Flatten]");
        yield return Misfit(
            "[Input(1, 4, 4)] [⟦Conv3d(8, 3)⟧, Flatten]",
            "Conv3d 'conv1' on Model needs an input of (channels, depth, height, width), but receives (1, 4, 4); put it before [Flatten], or give [Input] four sizes",
            "[Input(1, 4, 4, 4)] [Conv3d(8, 3), Flatten]");
        yield return Misfit(
            "[Input(3, 8)] [⟦Conv1d(4, 5, Dilation = 2)⟧, Flatten]",
            "Conv1d 'conv1' on Model needs a length of at least 9, but receives (3, 8); make its kernel smaller or its Padding larger",
            "[Input(3, 9)] [Conv1d(4, 5, Dilation = 2), Flatten]");
        yield return Misfit(
            "[Input(3, 9, 2, 9)] [⟦Conv3d(4, 5, Padding = 1)⟧, Flatten]",
            "Conv3d 'conv1' on Model needs a depth, height and width of at least 3 before its padding, but receives (3, 9, 2, 9); make its kernel smaller or its Padding larger",
            "[Input(3, 9, 3, 9)] [Conv3d(4, 5, Padding = 1), Flatten]");
        yield return Misfit(
            "[Input(3, 9)] [⟦ConvTranspose2d(4, 2)⟧, Flatten]",
            "ConvTranspose2d 'deconv1' on Model needs an input of (channels, height, width), but receives (3, 9); put it before [Flatten], or give [Input] three sizes",
            "[Input(3, 3, 3)] [ConvTranspose2d(4, 2), Flatten]");
        yield return Misfit(
            "[Input(3, 1, 4)] [⟦ConvTranspose2d(4, 2, Padding = 1)⟧, Flatten]",
            "ConvTranspose2d 'deconv1' on Model needs a height and width that its Padding does not cut off whole, but receives (3, 1, 4); make its Padding smaller or its kernel larger",
            "[Input(3, 2, 4)] [ConvTranspose2d(4, 2, Padding = 1), Flatten]");
        yield return Misfit(
            "[Input(4)] [⟦GroupNorm(2)⟧]",
            "GroupNorm 'gn1' on Model needs an input of channels and space, but receives (4); put it before [Flatten], or use [LayerNorm]",
            "[Input(4, 1)] [GroupNorm(2), Flatten]");
        yield return Misfit(
            "[Input(4)] [⟦InstanceNorm1d⟧]",
            "InstanceNorm1d 'norm1' on Model needs an input of (channels, length), but receives (4); put it before [Flatten], or give [Input] two sizes",
            "[Input(4, 2)] [InstanceNorm1d, Flatten]");
        yield return Misfit(
            "[Input(4, 1, 1)] [⟦InstanceNorm2d⟧, Flatten]",
            "InstanceNorm2d 'norm1' on Model needs more than one point in each channel, but receives (4, 1, 1); pool less before it, or use [LayerNorm]",
            "[Input(4, 1, 2)] [InstanceNorm2d, Flatten]");
        yield return Misfit(
            "[Input(4)] [⟦MaxPool1d(2)⟧]",
            "MaxPool1d 'pool1' on Model needs an input of (channels, length), but receives (4); put it before [Flatten], or give [Input] two sizes",
            "[Input(1, 4)] [MaxPool1d(2), Flatten]");
        yield return Misfit(
            "[Input(4, 2)] [⟦AvgPool1d(3)⟧, Flatten]",
            "AvgPool1d 'pool1' on Model needs a length of at least 3, but receives (4, 2); make its kernel smaller, or pool less before it",
            "[Input(4, 3)] [AvgPool1d(3), Flatten]");
        yield return Misfit(
            "[Input(4)] [⟦AdaptiveAvgPool1d(2)⟧]",
            "AdaptiveAvgPool1d 'pool1' on Model needs an input of (channels, length), but receives (4); put it before [Flatten], or give [Input] two sizes",
            "[Input(1, 4)] [AdaptiveAvgPool1d(2), Flatten]");
        yield return Misfit(
            "[Input(4, 2)] [⟦AdaptiveMaxPool2d(2)⟧, Flatten]",
            "AdaptiveMaxPool2d 'pool1' on Model needs an input of (channels, height, width), but receives (4, 2); put it before [Flatten], or give [Input] three sizes",
            "[Input(1, 4, 2)] [AdaptiveMaxPool2d(2), Flatten]");
        yield return Misfit(
            "[Input(4)] [⟦Dropout2d⟧]",
            "Dropout2d 'dropout1' on Model needs an input of (channels, height, width), but receives (4); put it before [Flatten], or give [Input] three sizes",
            "[Input(4)] [Dropout, Linear(2)]");
        yield return Misfit(
            "[Input(4, 2)] [⟦Unflatten(2, 4)⟧, Flatten]",
            "Unflatten 'unflatten1' on Model needs a flat input, but receives (4, 2); put [Flatten] before it",
            "[Input(4, 2)] [Flatten, Unflatten(2, 4), Flatten]");
        yield return Misfit(
            "[Input(9)] [⟦Unflatten(2, 4)⟧, Flatten]",
            "Unflatten 'unflatten1' on Model needs an input of 8 values for (2, 4), but receives (9); choose sizes whose product is the input's",
            "[Input(8)] [Unflatten(2, 4), Flatten]");
        yield return Misfit(
            "[Input(9)] [⟦ZeroPad2d(1)⟧]",
            "ZeroPad2d 'pad1' on Model needs an input of (channels, height, width), but receives (9); put it before [Flatten], or give [Input] three sizes",
            "[Input(1, 3, 3)] [ZeroPad2d(1), Flatten]");
        yield return Misfit(
            "[Input(9)] [⟦Upsample(2)⟧]",
            "Upsample 'upsample1' on Model needs an input of channels and one to three dimensions of space, but receives (9); put it before [Flatten], or give [Input] two to four sizes",
            "[Input(1, 9)] [Upsample(2), Flatten]");
        yield return Misfit(
            "[Input(4, 2)] [⟦Softmax⟧, Flatten]",
            "Softmax 'softmax1' on Model needs a flat input, but receives (4, 2); put [Flatten] before it",
            "[Input(4, 2)] [Flatten, Softmax, Linear(2)]");
        yield return Misfit(
            "[Input(4, 2)] [⟦Embedding(9, 3)⟧, Flatten]",
            "Embedding 'embedding1' on Model needs an input of (length) tokens, but receives (4, 2); give [Input] one size",
            "[Input(8)] [Embedding(9, 3), Flatten]");
        yield return Misfit(
            "[Input(4)] [ReLU, ⟦Embedding(9, 3)⟧, Flatten]",
            "Embedding 'embedding1' on Model needs tokens, which only the model's own input holds, but receives (4); make it the first layer",
            "[Input(4)] [Embedding(9, 3), ReLU, Flatten, Linear(2)]");
        yield return Misfit(
            "[Input(4)] [⟦LSTM(3)⟧]",
            "LSTM 'lstm1' on Model needs an input of (length, features), but receives (4); put it behind [Embedding], or give [Input] two sizes",
            "[Input(4)] [Embedding(9, 3), LSTM(3)]");
        yield return Misfit(
            "[Input(4, 2, 2)] [⟦GRU(3)⟧]",
            "GRU 'gru1' on Model needs an input of (length, features), but receives (4, 2, 2); put it behind [Embedding], or give [Input] two sizes",
            "[Input(4, 2)] [GRU(3)]");
    }
}
