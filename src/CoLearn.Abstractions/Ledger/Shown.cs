namespace CoLearn.Ledger;

/// <summary>A stranger's text as it may stand in a sentence: short, and without what a terminal would obey.</summary>
internal static class Shown
{
    private const int Longest = 80;

    public static string Of(string text)
    {
        var safe = string.Concat(text.Take(Longest).Select(character => character is >= ' ' and <= '~' ? character : '?'));
        return text.Length > Longest ? safe + "…" : safe;
    }
}
