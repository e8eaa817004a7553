using System.Globalization;
using CoLearn.Exchange;

namespace CoLearn.Screening;

/// <summary>
/// Whether proposed tensors deserve anybody's time, asked before anyone evaluates them. The tensors are read where they lie, and nothing that
/// stands in the bytes makes it throw. Weights of an opaque format are looked through by their <see cref="IWeightsFormat"/> instead.
/// </summary>
internal static class Screen
{
    /// <summary>The first problem of a proposal, looking at size, form, tensors, finiteness, norm and distance in this order; <see langword="null"/> where it may be voted on.</summary>
    /// <param name="proposal">The proposal, which may be hostile.</param>
    /// <param name="accepted">The accepted weights, whose tensors the proposal's must resemble; <see langword="null"/> in the initial round.</param>
    /// <param name="fingerprint">The collective's fingerprint, which tells the tensors in the initial round.</param>
    /// <param name="bounds">The collective's bounds.</param>
    /// <exception cref="ArgumentException">The accepted weights cannot be read.</exception>
    public static ScreenResult? Problem(Weights proposal, Weights? accepted, string fingerprint, ScreenBounds bounds)
    {
        if (proposal.Bytes.Length > bounds.MaxBytes)
            return ScreenResult.Of(RoundFailure.ProposalTooLarge, $"they have {proposal.Bytes.Length} bytes, more than the {bounds.MaxBytes} allowed");

        var known = accepted is null ? null : Accepted(accepted);
        try
        {
            return Problem(SafeTensors.Read(proposal), known, fingerprint, bounds);
        }
        catch (FormatException error)
        {
            return ScreenResult.Of(RoundFailure.ProposalUnreadable, char.ToLowerInvariant(error.Message[0]) + error.Message[1..].TrimEnd('.'));
        }
    }

    private static ScreenResult? Problem(
        IReadOnlyList<NamedTensor> tensors, IReadOnlyList<NamedTensor>? accepted, string fingerprint, ScreenBounds bounds)
    {
        var difference = accepted is null ? Layout.Difference(fingerprint, tensors) : Layout.Difference(accepted, tensors);
        if (difference is not null)
            return ScreenResult.Of(RoundFailure.ProposalMisshapen, difference);

        foreach (var tensor in tensors)
        {
            if (NonFinite.Count(tensor) is > 0 and var count)
                return ScreenResult.Of(RoundFailure.ProposalNotFinite, $"{Layout.Named(tensor)} holds {Values(count)} not finite");
        }

        // Turned round, so that what is NaN is over every bound.
        if (bounds.MaxNorm is { } maxNorm && L2.Norm(tensors) is var norm && !(norm <= maxNorm))
            return ScreenResult.Of(RoundFailure.ProposalOverNorm, $"their L2 norm is {Text(norm)}, more than the {Text(maxNorm)} allowed");
        if (accepted is not null && bounds.MaxDistance is { } maxDistance && L2.Distance(tensors, accepted) is var distance && !(distance <= maxDistance))
            return ScreenResult.Of(
                RoundFailure.ProposalTooFar, $"their L2 distance from the accepted weights is {Text(distance)}, more than the {Text(maxDistance)} allowed");

        return null;
    }

    private static IReadOnlyList<NamedTensor> Accepted(Weights accepted)
    {
        try
        {
            return SafeTensors.Read(accepted);
        }
        catch (FormatException error)
        {
            throw new ArgumentException($"The accepted weights '{accepted.Hash}' cannot be read: {error.Message}", error);
        }
    }

    private static string Values(int count) => count == 1 ? "1 value that is" : $"{count} values that are";

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
