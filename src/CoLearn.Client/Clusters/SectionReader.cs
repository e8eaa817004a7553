using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Clusters;

/// <summary>Reads sections of a configuration, and collects what is wrong with them, a sentence each.</summary>
internal sealed class SectionReader
{
    private readonly List<string> mistakes = [];

    public IReadOnlyList<string> Mistakes => mistakes;

    public static string? Text(IConfiguration section, string key) => section[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static string At(IConfigurationSection section, string key) => $"{section.Path}:{key}";

    public void Add(string mistake) => mistakes.Add(mistake);

    public void Add(IEnumerable<string> further) => mistakes.AddRange(further);

    public void RequireKnown(IConfigurationSection section, IReadOnlyList<string> known, params string[] besides)
        => Add(section.GetChildren()
            .Where(child => !known.Concat(besides).Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(unknown => $"{unknown.Path} is not known; {section.Path} has {string.Join(", ", known)}."));

    public int Whole(IConfigurationSection section, string key, int usual, int most = int.MaxValue)
    {
        if (Text(section, key) is not { } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most)
            return value;
        Add($"{At(section, key)} is '{text}', but must be a whole number {(most == int.MaxValue ? "of at least 1" : $"from 1 to {most}")}.");
        return usual;
    }
}
