using CoLearn.Examples.Iris.Rows;

namespace CoLearn.Examples.Iris.Forests;

/// <summary>Decision trees that vote on a flower's species.</summary>
internal sealed record Forest(IReadOnlyList<TreeNode[]> Trees)
{
    /// <summary>Most trees decide, the lowest species of equal ones. A species' probability is its share of trees after one vote for each was added, so that it is never 0.</summary>
    public Judgement Judge(IrisRow row)
    {
        var votes = new int[IrisRow.SpeciesCount];
        foreach (var tree in Trees)
            votes[Species(tree, row.Features)]++;
        return new(Array.IndexOf(votes, votes.Max()) == row.Species, (votes[row.Species] + 1.0) / (Trees.Count + votes.Length));
    }

    private static int Species(TreeNode[] tree, float[] features)
    {
        var at = 0;
        while (tree[at].Feature is { } feature)
            at = features[feature] <= tree[at].Threshold ? at + 1 : tree[at].Right;
        return tree[at].Species;
    }
}
