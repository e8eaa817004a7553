namespace CoLearn.Exchange;

/// <summary>A tensor as it stands in a file of weights.</summary>
/// <param name="Name">Its name, such as <c>conv1.weight</c>; not empty.</param>
/// <param name="Type">The type of its numbers.</param>
/// <param name="Shape">Its extents, each at least 0; empty for a single number.</param>
/// <param name="Data">Its numbers, little-endian, the last dimension running fastest.</param>
public sealed record NamedTensor(string Name, DType Type, IReadOnlyList<long> Shape, ReadOnlyMemory<byte> Data);
