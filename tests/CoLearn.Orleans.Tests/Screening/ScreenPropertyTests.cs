using System.Text;
using CoLearn.Averaging;
using CoLearn.Exchange;
using CsCheck;

namespace CoLearn.Screening;

public sealed class ScreenPropertyTests
{
    private static readonly ScreenBounds Unbounded = new();

    /// <summary>Changes to a file: a byte set, taken out or put in, or the rest cut off; most of them in the header, where they do most.</summary>
    private static readonly Gen<(int At, byte Value, int Kind)[]> Edits =
        Gen.Select(Gen.OneOf(Gen.Int[0, 120], Gen.Int[0, 5_000]), Gen.Byte, Gen.Int[0, 3]).Array[1, 4];

    [Fact]
    public void Problem_OfFiniteWeights_IsNone() => Gen.Select(Drawn.Layout, Gen.Int[0, 1_000_000]).Sample(
        (layout, seed) =>
        {
            var weights = Drawn.Weights(layout, seed);
            var accepted = Drawn.Weights(layout, seed + 1);
            return Screen.Problem(weights, accepted, "", Unbounded) is null && Screen.Problem(weights, null, FingerprintOf(weights), Unbounded) is null;
        },
        iter: 500);

    [Fact]
    public void Problem_OfMutatedBytes_IsNoneOnlyForFiniteWeightsOfTheModel() => Gen.Select(Drawn.Layout, Gen.Int[0, 1_000_000], Edits).Sample(
        (layout, seed, edits) =>
        {
            var accepted = Drawn.Weights(layout, seed);
            var mutated = new Weights(Weights.SafeTensors, Mutated(accepted.Bytes.ToArray(), edits));

            var compared = Screen.Problem(mutated, accepted, "", Unbounded);
            var initial = Screen.Problem(mutated, null, FingerprintOf(accepted), Unbounded);

            Assert.Equal(compared?.Failure, initial?.Failure);
            Assert.Equal(Usable(mutated, FingerprintOf(accepted)), compared is null);
            foreach (var result in new[] { compared, initial }.OfType<ScreenResult>())
                AssertPresentable(result.Problem);
        },
        iter: 3_000);

    [Fact]
    public void Problem_OfAnyBytes_IsUnreadable() => Gen.Byte.Array[0, 64].Sample(
        bytes => Screen.Problem(new Weights(Weights.SafeTensors, bytes), null, "", Unbounded)?.Failure == RoundFailure.ProposalUnreadable);

    [Fact]
    public void Problem_OfHostileNames_IsShortAndPrintable() => Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\u001f'], Gen.Const('\u009b')), 1, 400].Sample(
        name =>
        {
            // Pairs of surrogates all over, so that a cut is likely to meet one.
            var hostile = SafeTensors.Write([new(name + string.Concat(Enumerable.Repeat("😀", 200)), DType.F32, [1], new byte[4])]);
            var result = Screen.Problem(hostile, SafeTensors.Write([]), "", Unbounded);

            Assert.Equal(RoundFailure.ProposalMisshapen, result?.Failure);
            AssertPresentable(result!.Problem);
            Assert.EndsWith("' is unexpected", result.Problem);
        });

    private static void AssertPresentable(string problem)
    {
        Assert.InRange(problem.Length, 10, 301);
        Assert.DoesNotContain(problem, char.IsControl);
        Assert.NotEqual('.', problem[^1]);
        // Throws where half of a surrogate pair is left.
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(problem);
    }

    private static bool Usable(Weights weights, string fingerprint)
    {
        try
        {
            var tensors = SafeTensors.Read(weights);
            return FingerprintOf(weights) == fingerprint && tensors.All(NonFiniteTests.AreFinite);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string FingerprintOf(Weights weights)
        => WeightsFingerprint.Of(SafeTensors.Read(weights).Select(tensor => (tensor.Name, tensor.Type, tensor.Shape)));

    private static byte[] Mutated(byte[] original, (int At, byte Value, int Kind)[] edits)
    {
        var bytes = original.ToList();
        foreach (var (at, value, kind) in edits)
        {
            var index = at % (bytes.Count + 1);
            if (kind == 0 && index < bytes.Count)
                bytes[index] = value;
            else if (kind == 1 && index < bytes.Count)
                bytes.RemoveAt(index);
            else if (kind == 2)
                bytes.Insert(index, value);
            else if (kind == 3)
                bytes.RemoveRange(index, bytes.Count - index);
        }

        return [.. bytes];
    }
}
