namespace CoLearn.Screening;

/// <summary>How large a proposal may be; what is <see langword="null"/> is unbounded. A bound that is NaN lets nothing through.</summary>
/// <param name="MaxBytes">The most bytes of the file.</param>
/// <param name="MaxNorm">The largest L2 norm of all floating tensors together.</param>
/// <param name="MaxDistance">The largest L2 distance of all floating tensors together from those accepted; the initial round has none to compare with.</param>
internal sealed record ScreenBounds(long? MaxBytes = null, double? MaxNorm = null, double? MaxDistance = null);
