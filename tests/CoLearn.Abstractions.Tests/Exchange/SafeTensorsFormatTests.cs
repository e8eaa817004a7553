using CsCheck;

namespace CoLearn.Exchange;

public sealed class SafeTensorsFormatTests
{
    private static readonly NamedTensor[] Tensors = [new("fc1.weight", DType.F32, [1, 2], new byte[8]), new("fc1.bias", DType.F32, [1], new byte[4])];
    private static readonly Weights Written = SafeTensors.Write(Tensors);
    private static readonly SafeTensorsFormat Format = new(WeightsFingerprint.Of("fc1.bias:F32:1\nfc1.weight:F32:1,2\n"));

    [Fact]
    public void Fingerprint_OfTensors_IsThatOfTheirLinesInOrdinalOrder() =>
        Assert.Equal(Format.Fingerprint, WeightsFingerprint.Of(Tensors.Select(tensor => (tensor.Name, tensor.Type, tensor.Shape))));

    [Fact]
    public void Fingerprint_OfText_IsItsSha256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", WeightsFingerprint.Of("abc"));

    [Fact]
    public void Problem_OfTheModelsOwnTensors_IsNone() => Assert.Null(Format.Problem(Written.Bytes));

    [Fact]
    public void Problem_OfOtherTensors_NamesBothFingerprints()
    {
        var other = SafeTensors.Write([new("fc1.weight", DType.F32, [2, 1], new byte[8])]);

        var problem = Format.Problem(other.Bytes);

        Assert.Equal(
            $"their 1 tensors have the fingerprint {WeightsFingerprint.Of("fc1.weight:F32:2,1\n")}, but the model's have {Format.Fingerprint}", problem);
    }

    [Fact]
    public void Problem_OfDamagedBytes_FollowsAColon() =>
        Assert.Equal("the weights end after 3 bytes, before the length of their header", Format.Problem(Written.Bytes[..3]));

    [Fact]
    public void Problem_OfMutatedBytes_IsAPhraseOrNone() => Gen.Select(Gen.Int[0, Written.Bytes.Length - 1], Gen.Byte).Sample(
        (at, value) =>
        {
            var bytes = Written.Bytes.ToArray();
            bytes[at] = value;
            var problem = Format.Problem(bytes);
            return problem is null || (problem.Length > 10 && problem[^1] != '.');
        },
        iter: 3_000);
}
