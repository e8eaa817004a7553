namespace CoLearn.Training;

/// <summary>What a name was meant to be.</summary>
internal static class Spelling
{
    private const int Slips = 2;

    /// <summary>The known name that at most two letters put in, left out or changed make of a name; <see langword="null"/> where there is none.</summary>
    public static string? Nearest(string name, IEnumerable<string> known) => known
        .Where(other => Distance(name, other) <= Slips)
        .MinBy(other => Distance(name, other));

    // V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions and reversals", 1966; row by row.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
