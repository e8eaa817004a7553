using Microsoft.Extensions.Configuration;

namespace CoLearn.Examples.Iris;

/// <summary>A learner's own settings at its site.</summary>
internal static class SiteSettings
{
    private const int Most = 1_000;

    public static int Count(this IConfiguration settings, string name, int byDefault, string learner)
    {
        var text = settings[name];
        if (text is null)
            return byDefault;
        return int.TryParse(text, out var count) && count is >= 1 and <= Most
            ? count
            : throw new LearnerDataException($"The setting '{name}' of learner '{learner}' is '{text}'; choose a whole number from 1 to {Most}.");
    }
}
