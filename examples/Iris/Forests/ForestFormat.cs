using System.Buffers.Binary;
using CoLearn.Examples.Iris.Rows;

namespace CoLearn.Examples.Iris.Forests;

/// <summary>
/// A forest as bytes, little-endian: a version (1), the number of features, of species, and (2 bytes) of trees; then for each tree the number of its
/// nodes (2 bytes, at least 1) and the nodes, 8 bytes each: feature (255 for a leaf), species (0 for a split), right child (2 bytes, 0 for a leaf),
/// threshold (single precision, 0 for a leaf). Nodes lie in preorder, so that children come after their parent and a tree has one spelling only.
/// </summary>
/// <remarks>
/// Thresholds expose raw values: each lies half way between two lengths of flowers that the proposer trained on, and which lengths those are can
/// often be told. Whoever may not show single values of its data must not use this format.
/// </remarks>
internal sealed class ForestFormat : IWeightsFormat
{
    private const string FormatName = "colearn-forest-1";
    private const byte Version = 1;
    private const byte Leaf = byte.MaxValue;
    private const int HeaderBytes = 5;
    private const int CountBytes = 2;
    private const int NodeBytes = 8;

    public string Name => FormatName;

    public string Fingerprint { get; } = WeightsFingerprint.Of($"{FormatName}:features={IrisRow.FeatureCount}:species={IrisRow.SpeciesCount}");

    /// <summary>256 KiB, which is some two thousand trees.</summary>
    public long MaxBytes => 256 * 1024;

    public string? Problem(ReadOnlyMemory<byte> bytes) => Read(bytes.Span, out _);

    public static Weights Write(Forest forest)
    {
        var bytes = new byte[HeaderBytes + forest.Trees.Sum(tree => CountBytes + (tree.Length * NodeBytes))];
        (bytes[0], bytes[1], bytes[2]) = (Version, IrisRow.FeatureCount, IrisRow.SpeciesCount);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(3), checked((ushort)forest.Trees.Count));
        var rest = bytes.AsSpan(HeaderBytes);
        foreach (var tree in forest.Trees)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(rest, checked((ushort)tree.Length));
            rest = rest[CountBytes..];
            foreach (var node in tree)
            {
                (rest[0], rest[1]) = ((byte)(node.Feature ?? Leaf), (byte)node.Species);
                BinaryPrimitives.WriteUInt16LittleEndian(rest[2..], (ushort)node.Right);
                BinaryPrimitives.WriteSingleLittleEndian(rest[4..], node.Threshold);
                rest = rest[NodeBytes..];
            }
        }

        return new(FormatName, bytes);
    }

    /// <exception cref="FormatException">The weights are no such forest.</exception>
    public static Forest Read(Weights weights)
        => Read(weights.Bytes.Span, out var forest) is { } problem ? throw new FormatException($"The weights are no forest: {problem}.") : forest!;

    private static string? Read(ReadOnlySpan<byte> bytes, out Forest? forest)
    {
        forest = null;
        if (bytes.Length < HeaderBytes)
            return $"they end after {bytes.Length} of the {HeaderBytes} bytes of their header";
        if (bytes[0] != Version || bytes[1] != IrisRow.FeatureCount || bytes[2] != IrisRow.SpeciesCount)
            return $"they are of version {bytes[0]} with {bytes[1]} features and {bytes[2]} species, not of version {Version} with {IrisRow.FeatureCount} and {IrisRow.SpeciesCount}";

        var trees = new List<TreeNode[]>();
        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[3..]);
        var rest = bytes[HeaderBytes..];
        while (trees.Count < count)
        {
            if (rest.Length < CountBytes)
                return $"they end after {trees.Count} of {count} trees";
            var nodes = BinaryPrimitives.ReadUInt16LittleEndian(rest);
            rest = rest[CountBytes..];
            if (rest.Length < nodes * NodeBytes)
                return $"tree {trees.Count} ends before its {nodes} nodes do";
            if (ReadTree(rest[..(nodes * NodeBytes)], out var tree) is { } problem)
                return $"in tree {trees.Count}, {problem}";
            trees.Add(tree);
            rest = rest[(nodes * NodeBytes)..];
        }

        if (rest.Length > 0)
            return $"{rest.Length} bytes follow their last tree";
        forest = new(trees);
        return null;
    }

    private static string? ReadTree(ReadOnlySpan<byte> bytes, out TreeNode[] tree)
    {
        tree = new TreeNode[bytes.Length / NodeBytes];
        // The right children that are still to come; one is due where a left one's nodes end.
        var due = new Stack<int>();
        for (var i = 0; i < tree.Length; i++)
        {
            var node = bytes.Slice(i * NodeBytes, NodeBytes);
            tree[i] = ReadNode(node);
            if ((tree[i].Feature is null ? LeafProblem(node, tree[i]) : SplitProblem(tree[i])) is { } problem)
                return $"node {i} {problem}";
            if (tree[i].Feature is not null)
            {
                if (tree[i].Right <= i + 1 || tree[i].Right >= tree.Length)
                    return $"node {i} has its right child at {tree[i].Right}, which is not behind its left one and among the {tree.Length} nodes";
                due.Push(tree[i].Right);
            }
            else if (due.TryPop(out var next) ? next != i + 1 : i + 1 != tree.Length)
            {
                return $"node {i + 1} is not where the preorder has it";
            }
        }

        return tree.Length == 0 ? "there is no node" : due.Count > 0 ? "a right child is missing" : null;
    }

    private static TreeNode ReadNode(ReadOnlySpan<byte> node) => new(
        node[0] == Leaf ? null : node[0],
        BinaryPrimitives.ReadSingleLittleEndian(node[4..]),
        BinaryPrimitives.ReadUInt16LittleEndian(node[2..]),
        node[1]);

    private static string? SplitProblem(TreeNode node)
    {
        if (node.Feature >= IrisRow.FeatureCount)
            return $"asks for feature {node.Feature} of {IrisRow.FeatureCount}";
        if (!float.IsFinite(node.Threshold))
            return "has a threshold that is not finite";
        return node.Species == 0 ? null : "is a split with a species";
    }

    private static string? LeafProblem(ReadOnlySpan<byte> bytes, TreeNode node)
    {
        if (node.Species >= IrisRow.SpeciesCount)
            return $"names species {node.Species} of {IrisRow.SpeciesCount}";
        return bytes[2..].ContainsAnyExcept((byte)0) ? "is a leaf with a child or a threshold" : null;
    }
}
