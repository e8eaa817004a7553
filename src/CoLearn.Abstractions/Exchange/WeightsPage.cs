namespace CoLearn.Exchange;

/// <summary>A part of a weights blob, small enough for a grain message.</summary>
/// <param name="Format">The weights' format.</param>
/// <param name="TotalBytes">The size of the whole blob.</param>
/// <param name="Bytes">The part.</param>
[GenerateSerializer, Immutable, Alias("colearn.WeightsPage")]
public sealed record WeightsPage([property: Id(0)] string Format, [property: Id(1)] long TotalBytes, [property: Id(2)] byte[] Bytes);
