namespace CoLearn;

/// <summary>What names of collectives, learners and sites may be: they stand in grain keys, file names and addresses.</summary>
public static class Names
{
    /// <summary>The greatest length of a name.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether a text is 1 to 64 ASCII letters, digits, hyphens, dots or underscores and begins with a letter or digit.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is a name.</returns>
    public static bool IsName(string? text)
        => text is { Length: > 0 and <= MaxLength }
            && char.IsAsciiLetterOrDigit(text[0])
            && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_');
}
