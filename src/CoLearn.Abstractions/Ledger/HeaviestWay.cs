namespace CoLearn.Ledger;

/// <summary>Chooses the stretches that belong together.</summary>
internal static class HeaviestWay
{
    // A record outweighs how well its neighbours fit; that decides between as many records.
    private const long WeightOfRecord = 4;
    private const long WeightOfFit = 2;
    private const long WeightOfNext = 1;

    /// <summary>The way with most records, from the first stretch on, by rising indexes.</summary>
    /// <param name="stretches">In the file's order; the first one is the beginning.</param>
    /// <returns>Some of them, in the same order.</returns>
    public static List<Stretch> Through(IReadOnlyList<Stretch> stretches)
    {
        var weights = new long[stretches.Count];
        var before = new int[stretches.Count];
        var best = 0;
        for (var place = 1; place < stretches.Count; place++)
        {
            weights[place] = long.MinValue;
            for (var earlier = 0; earlier < place; earlier++)
            {
                if (weights[earlier] == long.MinValue || stretches[earlier].Last >= stretches[place].First)
                    continue;
                var weight = weights[earlier] + Fit(stretches[earlier], stretches[place]);
                if (weight > weights[place])
                    (weights[place], before[place]) = (weight, earlier);
            }

            if (weights[place] == long.MinValue)
                continue;
            weights[place] += WeightOfRecord * stretches[place].Count;
            if (weights[place] > weights[best])
                best = place;
        }

        var way = new List<Stretch>();
        for (var place = best; place > 0; place = before[place])
            way.Add(stretches[place]);
        way.Add(stretches[0]);
        way.Reverse();
        return way;
    }

    private static long Fit(Stretch earlier, Stretch later)
        => later.First != earlier.Last + 1 ? 0 : later.PreviousHash == earlier.LastHash ? WeightOfFit + WeightOfNext : WeightOfNext;
}
