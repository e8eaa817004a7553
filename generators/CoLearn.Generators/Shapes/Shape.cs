namespace CoLearn.Generators.Shapes;

// The sizes of one example, outermost first, without the batch dimension; each at least 1.
internal sealed record Shape(EquatableArray<int> Sizes)
{
    private readonly string text = Text(Sizes);

    // The sizes without brackets around them.
    public ReadOnlySpan<char> Listed => text.AsSpan(1, text.Length - 2);

    public int Rank => Sizes.Count;

    public int this[int dimension] => Sizes[dimension];

    // How many values there are, or null where a long cannot hold it.
    public long? Count
    {
        get
        {
            long? product = 1;
            foreach (var size in Sizes)
                product = Times(product, size);
            return product;
        }
    }

    public IEnumerable<long> Longs => Sizes.Select(size => (long)size);

    // Null where a size does not fit into an int.
    public static Shape? Make(params long?[] sizes)
    {
        var fitting = new int[sizes.Length];
        for (var dimension = 0; dimension < sizes.Length; dimension++)
        {
            if (sizes[dimension] is not (>= 1 and <= int.MaxValue and var size))
                return null;
            fitting[dimension] = (int)size;
        }

        return new Shape(new EquatableArray<int>(fitting));
    }

    // The product, or null where a long cannot hold it.
    public static long? Times(long? product, long size) =>
        size != 0 && product > long.MaxValue / size ? null : product * size;

    public override string ToString() => text;

    private static string Text(EquatableArray<int> sizes)
    {
        var texts = new string[sizes.Count];
        for (var dimension = 0; dimension < texts.Length; dimension++)
            texts[dimension] = Literal.Of(sizes[dimension]);
        return "(" + string.Join(", ", texts) + ")";
    }
}
