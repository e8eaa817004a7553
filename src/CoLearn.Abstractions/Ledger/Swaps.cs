namespace CoLearn.Ledger;

/// <summary>Finds two records that stand in each other's place, by index and by hash.</summary>
internal static class Swaps
{
    /// <summary>Names them and puts them back.</summary>
    /// <param name="pieces">The parts of the file in its order.</param>
    /// <param name="findings">Where to.</param>
    public static void Undo(List<Piece> pieces, Findings findings)
    {
        var places = new Dictionary<int, int>();
        for (var place = 1; place < pieces.Count; place++)
        {
            if (pieces[place] is Stretch { Count: 1 } single)
                places.TryAdd(single.First, place);
        }

        for (var place = 1; place < pieces.Count; place++)
        {
            if (pieces[place] is not Stretch { Count: 1 } one || pieces[place - 1] is not Stretch before)
                continue;
            if (!places.TryGetValue(before.Last + 1, out var otherPlace) || otherPlace <= place)
                continue;
            var other = (Stretch)pieces[otherPlace];
            if (other.PreviousHash != before.LastHash || !IsPlaceOf(one, place, otherPlace, pieces))
                continue;

            (pieces[place], pieces[otherPlace]) = (other, one);
            findings.Add(LedgerFault.Swapped, one.Line, other.First, one.First, $"Records {other.First} and {one.First} are swapped: they stand in lines {other.Line} and {one.Line}.");
        }
    }

    private static bool IsPlaceOf(Stretch one, int place, int otherPlace, List<Piece> pieces)
    {
        // Of two neighbours the other one stands before it once they are put back.
        var before = (otherPlace == place + 1 ? pieces[otherPlace] : pieces[otherPlace - 1]) as Stretch;
        return before is not null && before.Last + 1 == one.First && one.PreviousHash == before.LastHash;
    }
}
