namespace CoLearn.Generators.Shapes;

// The sizes of one example, outermost first, without the batch dimension; each at least 1.
internal sealed record Shape(EquatableArray<int> Sizes)
{
    // The sizes as they are read: 3, 32, 32.
    public string Listed { get; } = string.Join(", ", Sizes.Select(size => Literal.Of(size)));

    public int Rank => Sizes.Count;

    public int this[int dimension] => Sizes[dimension];

    public long? Count => Of(Sizes.Select(size => (long)size));

    public IEnumerable<long> Longs => Sizes.Select(size => (long)size);

    // Null where a size does not fit into an int.
    public static Shape? Make(params long?[] sizes) =>
        sizes.All(size => size is >= 1 and <= int.MaxValue) ? new Shape(sizes.Select(size => (int)size!.Value).ToEquatableArray()) : null;

    // The product, or null where a long cannot hold it.
    public static long? Of(IEnumerable<long> sizes)
    {
        var product = 1L;
        foreach (var size in sizes)
        {
            if (size != 0 && product > long.MaxValue / size)
                return null;
            product *= size;
        }

        return product;
    }

    public override string ToString() => "(" + Listed + ")";
}
