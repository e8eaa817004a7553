namespace CoLearn.Screening;

/// <summary>Text of another party as it may stand in a record or on a screen.</summary>
internal static class ForeignText
{
    /// <summary>The first letters of a text, without control characters, which could change what a terminal shows, and never half of a surrogate pair.</summary>
    public static string Shown(this string text, int letters)
    {
        var cut = text.Length <= letters ? text
            : (char.IsHighSurrogate(text[letters - 1]) ? text[..(letters - 1)] : text[..letters]) + "…";
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(letter => char.IsControl(letter) ? '?' : letter)) : cut;
    }
}
