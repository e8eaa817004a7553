using System.Security.Cryptography;
using System.Text;
using CoLearn.Generators.Runs;

namespace CoLearn.Generators;

public class FingerprintTests
{
    [Fact]
    public void Fingerprint_OfANetwork_HashesItsStateDict() => Assert.Contains(
        $"Fingerprint = \"{Hash("""
            bn1.bias:F32:4
            bn1.num_batches_tracked:I64:
            bn1.running_mean:F32:4
            bn1.running_var:F32:4
            bn1.weight:F32:4
            conv1.bias:F32:4
            conv1.weight:F32:4,3,3,3
            fc1.bias:F32:5
            fc1.weight:F32:5,144
            fc10.weight:F32:5,5
            fc2.weight:F32:5,5
            fc3.weight:F32:5,5
            fc4.weight:F32:5,5
            fc5.weight:F32:5,5
            fc6.weight:F32:5,5
            fc7.weight:F32:5,5
            fc8.weight:F32:5,5
            fc9.weight:F32:5,5
            ln1.bias:F32:5
            ln1.weight:F32:5

            """)}\"",
        Text("[Input(3, 8, 8)] [Conv2d(4, 3), BatchNorm2d, Flatten, Linear(5)] "
            + string.Concat(Enumerable.Repeat("[Linear(5, Bias = false)]", 9)) + "[LayerNorm]"),
        StringComparison.Ordinal);

    [Fact]
    public void Fingerprint_OfNetworksThatDifferInNoWeight_IsTheSame() => Assert.Equal(
        Fingerprint(Text("[Input(8)] [Linear(4), ReLU]")), Fingerprint(Text("[Input(2, 4)] [Flatten, Dropout(0.3), Linear(4)]")));

    [Theory]
    [InlineData("[Input(8)] [Linear(5)]")]
    [InlineData("[Input(9)] [Linear(4)]")]
    [InlineData("[Input(8)] [Linear(4, Bias = false)]")]
    [InlineData("[Input(8)] [Linear(4), BatchNorm1d]")]
    public void Fingerprint_OfNetworksThatDifferInAWeight_Differs(string layers) =>
        Assert.NotEqual(Fingerprint(Text("[Input(8)] [Linear(4)]")), Fingerprint(Text(layers)));

    private static string Text(string layers) => GeneratorRun.Of(Source.Network(layers)).Text();

    private static string Fingerprint(string text) =>
        text.Split('\n').Single(line => line.Contains("Fingerprint = ", StringComparison.Ordinal)).Trim();

    private static string Hash(string lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ReplaceLineEndings("\n"))));
}
