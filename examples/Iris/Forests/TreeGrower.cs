using CoLearn.Examples.Iris.Rows;

namespace CoLearn.Examples.Iris.Forests;

/// <summary>
/// Grows trees for a random forest (L. Breiman, "Random Forests", Machine Learning 45, 2001): each from a bootstrap sample of the rows, each split
/// the best by Gini impurity among a random subset of the features, until every leaf has one species.
/// </summary>
internal sealed class TreeGrower(IReadOnlyList<IrisRow> rows, SplitMix64 random)
{
    /// <summary>The square root of the number of features, as is usual for classes.</summary>
    private const int TriedFeatures = 2;

    public TreeNode[] Grow()
    {
        var sample = Enumerable.Range(0, rows.Count).Select(_ => rows[random.Below(rows.Count)]).ToArray();
        var nodes = new List<TreeNode>();
        Grow(sample, nodes);
        return [.. nodes];
    }

    private void Grow(IrisRow[] sample, List<TreeNode> nodes)
    {
        var counts = Count(sample);
        var place = nodes.Count;
        nodes.Add(new(null, 0, 0, Array.IndexOf(counts, counts.Max())));
        if (counts.Max() == sample.Length || BestSplit(sample) is not var (feature, threshold))
            return;

        Grow([.. sample.Where(row => row.Features[feature] <= threshold)], nodes);
        nodes[place] = new(feature, threshold, nodes.Count, 0);
        Grow([.. sample.Where(row => row.Features[feature] > threshold)], nodes);
    }

    /// <summary>Further features are tried where those drawn cannot part the sample at all.</summary>
    private (int Feature, float Threshold)? BestSplit(IrisRow[] sample)
    {
        (int Feature, float Threshold)? best = null;
        var least = double.PositiveInfinity;
        foreach (var (tried, feature) in random.Permutation(IrisRow.FeatureCount).Index())
        {
            if (tried >= TriedFeatures && best is not null)
                break;
            foreach (var (threshold, impurity) in Splits(sample, feature))
            {
                if (impurity < least)
                    (best, least) = ((feature, threshold), impurity);
            }
        }

        return best;
    }

    /// <summary>Each threshold between two neighbouring values of a feature, with the impurity that it leaves.</summary>
    private static IEnumerable<(float Threshold, double Impurity)> Splits(IrisRow[] sample, int feature)
    {
        var sorted = sample.OrderBy(row => row.Features[feature]).ToArray();
        var left = new int[IrisRow.SpeciesCount];
        var right = Count(sample);
        for (var i = 1; i < sorted.Length; i++)
        {
            left[sorted[i - 1].Species]++;
            right[sorted[i - 1].Species]--;
            var (below, above) = (sorted[i - 1].Features[feature], sorted[i].Features[feature]);
            if (below == above)
                continue;
            var middle = (below + above) / 2;
            // Between two floats that touch there is none, and rounding may go up.
            yield return (middle < above ? middle : below, Impurity(left, i) + Impurity(right, sorted.Length - i));
        }
    }

    /// <summary>Gini impurity times the number of rows.</summary>
    private static double Impurity(int[] counts, int total) => total - (counts.Sum(count => (double)count * count) / total);

    private static int[] Count(IrisRow[] sample)
    {
        var counts = new int[IrisRow.SpeciesCount];
        foreach (var row in sample)
            counts[row.Species]++;
        return counts;
    }
}
