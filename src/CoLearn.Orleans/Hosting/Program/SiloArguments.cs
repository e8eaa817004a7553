namespace CoLearn.Hosting;

/// <summary>The program's arguments.</summary>
/// <param name="Verb">What it is to do.</param>
/// <param name="Json">Whether a program reads the answer.</param>
/// <param name="Settings">The rest: settings, for the configuration.</param>
internal sealed record SiloArguments(SiloVerb Verb, bool Json, string[] Settings)
{
    /// <summary>Reads them.</summary>
    /// <returns>The arguments, and what is wrong with them, a sentence each.</returns>
    public static (SiloArguments Arguments, IReadOnlyList<string> Mistakes) Parse(string[] args)
    {
        var mistakes = new List<string>();
        var (verb, rest) = args is [var first, ..] && IsWord(first) ? (Known(first), args[1..]) : (SiloVerb.Run, args);
        if (verb is null)
            mistakes.Add($"'{args[0]}' is not known; without a word the program runs the silo, and 'check' and 'models' are the other things that it does.");
        var settings = rest.Where(argument => argument != "--json").ToArray();
        for (var index = 0; index < settings.Length; index++)
        {
            var name = settings[index].Split('=')[0].TrimStart('-', '/');
            if (!name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("OTEL_", StringComparison.Ordinal))
                mistakes.Add($"'{settings[index]}' is no setting; settings are written like '--CoLearn:Site=hospital-a'.");
            else if (!settings[index].Contains('=', StringComparison.Ordinal) && ++index == settings.Length)
                mistakes.Add($"'{settings[^1]}' needs a value.");
        }

        return (new(verb ?? SiloVerb.Run, settings.Length < rest.Length, settings), mistakes);
    }

    private static bool IsWord(string argument) => argument.Length > 0 && char.IsAsciiLetter(argument[0]) && !argument.Contains('=', StringComparison.Ordinal);

    private static SiloVerb? Known(string word) => word switch
    {
        "run" => SiloVerb.Run,
        "check" => SiloVerb.Check,
        "models" => SiloVerb.Models,
        _ => null,
    };
}
