namespace Separate.Means;

/// <summary>A learner's private numbers.</summary>
/// <param name="Values">The numbers.</param>
public sealed record Numbers(IReadOnlyList<double> Values);
