namespace CoLearn.Ledger;

/// <summary>Indexes whose records are not found yet.</summary>
internal sealed class Gaps(int first, int last)
{
    private readonly List<(int First, int Last)> left = [(first, last)];

    public IReadOnlyList<(int First, int Last)> Left => left;

    public bool Holds(int first, int last) => left.Exists(gap => gap.First <= first && last <= gap.Last);

    /// <summary>Takes indexes out; changes nothing where they are not all there.</summary>
    public bool Take(int first, int last)
    {
        var place = left.FindIndex(gap => gap.First <= first && last <= gap.Last);
        if (place < 0)
            return false;
        var (begin, end) = left[place];
        left.RemoveAt(place);
        if (last < end)
            left.Insert(place, (last + 1, end));
        if (begin < first)
            left.Insert(place, (begin, first - 1));
        return true;
    }

    public int? TakeFirst()
    {
        if (left is not [var (first, _), ..])
            return null;
        Take(first, first);
        return first;
    }
}
