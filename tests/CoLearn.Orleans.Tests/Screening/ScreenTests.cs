using System.Runtime.InteropServices;
using CoLearn.Exchange;

namespace CoLearn.Screening;

public sealed class ScreenTests
{
    private static readonly ScreenBounds None = new();
    private static readonly Weights Accepted = Written(1, 2);
    private static readonly string Fingerprint = WeightsFingerprint.Of("fc1.bias:F32:2\nsteps:I64:\n");

    [Fact]
    public void Problem_ProposalWithinAllBounds_IsNone()
    {
        var bounds = new ScreenBounds(Accepted.Bytes.Length, MaxNorm: 5, MaxDistance: Math.Sqrt(8));

        Assert.Null(Screen.Problem(Written(3, 4), Accepted, Fingerprint, bounds));
        Assert.Null(Screen.Problem(Written(3, 4), accepted: null, Fingerprint, bounds));
    }

    [Fact]
    public void Problem_MoreBytesThanTheBound_IsTooLarge() => Is(
        RoundFailure.ProposalTooLarge,
        $"they have {Accepted.Bytes.Length} bytes, more than the 10 allowed",
        Screen.Problem(Accepted, Accepted, Fingerprint, new ScreenBounds(MaxBytes: 10)));

    [Fact]
    public void Problem_BytesThatEndEarly_IsUnreadable() => Is(
        RoundFailure.ProposalUnreadable,
        "the weights end after 3 bytes, before the length of their header",
        Screen.Problem(new Weights(Weights.SafeTensors, new byte[3]), Accepted, Fingerprint, None));

    [Fact]
    public void Problem_OtherFormat_IsUnreadable() => Is(
        RoundFailure.ProposalUnreadable,
        "the weights are of format 'forest', not 'safetensors'",
        Screen.Problem(new Weights("forest", Accepted.Bytes), Accepted, Fingerprint, None));

    [Fact]
    public void Problem_OtherTensorsThanAccepted_SaysWhichTensor() => Is(
        RoundFailure.ProposalMisshapen,
        "the tensor 'fc1.bias' has shape (3) instead of (2)",
        Screen.Problem(Written(1, 2, 3), Accepted, Fingerprint, None));

    [Fact]
    public void Problem_OtherFingerprintInTheInitialRound_IsMisshapen()
    {
        var other = WeightsFingerprint.Of("fc1.bias:F32:3\nsteps:I64:\n");

        Is(
            RoundFailure.ProposalMisshapen,
            $"their 2 tensors have the fingerprint {other}, but the model's have {Fingerprint}",
            Screen.Problem(Written(1, 2, 3), accepted: null, Fingerprint, None));
    }

    [Fact]
    public void Problem_OneNameThatPassesForTwoTensors_IsMisshapen()
    {
        var crafted = SafeTensors.Write([new("a:F32:1\nb", DType.F32, [1], new byte[4])]);
        var pair = WeightsFingerprint.Of("a:F32:1\nb:F32:1\n");

        Is(RoundFailure.ProposalMisshapen, "the tensor 'a:F32:1?b' has a line feed in its name", Screen.Problem(crafted, accepted: null, pair, None));
    }

    [Fact]
    public void Problem_NaNAndInfinity_NamesTheTensorAndCountsThem() => Is(
        RoundFailure.ProposalNotFinite,
        "the tensor 'fc1.bias' holds 2 values that are not finite",
        Screen.Problem(Written(float.NaN, float.NegativeInfinity), Accepted, Fingerprint, None));

    [Fact]
    public void Problem_OneNaN_IsSaidInTheSingular() => Is(
        RoundFailure.ProposalNotFinite,
        "the tensor 'fc1.bias' holds 1 value that is not finite",
        Screen.Problem(Written(0, float.NaN), accepted: null, Fingerprint, None));

    [Fact]
    public void Problem_NormOverTheBound_IsOverNorm() => Is(
        RoundFailure.ProposalOverNorm,
        "their L2 norm is 5, more than the 4.5 allowed",
        Screen.Problem(Written(3, 4), Accepted, Fingerprint, new ScreenBounds(MaxNorm: 4.5)));

    [Fact]
    public void Problem_DistanceOverTheBound_IsTooFar() => Is(
        RoundFailure.ProposalTooFar,
        "their L2 distance from the accepted weights is 5, more than the 4.5 allowed",
        Screen.Problem(Written(4, 6), Accepted, Fingerprint, new ScreenBounds(MaxNorm: 100, MaxDistance: 4.5)));

    [Fact]
    public void Problem_HugeNumbers_AreOverEveryBound()
    {
        var huge = SafeTensors.Write([new("a", DType.F64, [1], BitConverter.GetBytes(double.MaxValue))]);

        var result = Screen.Problem(huge, huge, "", new ScreenBounds(MaxNorm: double.MaxValue));

        Is(RoundFailure.ProposalOverNorm, "their L2 norm is Infinity, more than the 1.7976931348623157E+308 allowed", result);
    }

    [Fact]
    public void Problem_BoundThatIsNaN_LetsNothingThrough() =>
        Assert.Equal(RoundFailure.ProposalTooFar, Screen.Problem(Accepted, Accepted, Fingerprint, new ScreenBounds(MaxDistance: double.NaN))?.Failure);

    [Fact]
    public void Problem_UnreadableAcceptedWeights_IsTheCallersMistake()
    {
        var damaged = new Weights(Weights.SafeTensors, Accepted.Bytes[..4]);

        var error = Assert.Throws<ArgumentException>(() => Screen.Problem(Accepted, damaged, Fingerprint, None));

        Assert.Equal(
            $"The accepted weights '{damaged.Hash}' cannot be read: The weights end after 4 bytes, before the length of their header.", error.Message);
    }

    private static Weights Written(params float[] numbers) => SafeTensors.Write(
    [
        new("fc1.bias", DType.F32, [numbers.Length], MemoryMarshal.AsBytes<float>(numbers).ToArray()),
        // As a double it would be NaN: integers have no part in any of this.
        new("steps", DType.I64, [], BitConverter.GetBytes(-1L)),
    ]);

    private static void Is(RoundFailure reason, string problem, ScreenResult? result)
    {
        Assert.Equal(problem, result?.Problem);
        Assert.Equal(reason, result?.Failure);
    }
}
