using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Data;

/// <summary>The settings of <see cref="IdxData"/>, resolved to files that exist.</summary>
internal sealed record IdxDataSettings(string TrainImages, string TrainLabels, string TestImages, string TestLabels, Shard Shard)
{
    private static readonly (string Key, string Name)[] Files =
    [
        ("TrainImages", "train-images-idx3-ubyte"),
        ("TrainLabels", "train-labels-idx1-ubyte"),
        ("TestImages", "t10k-images-idx3-ubyte"),
        ("TestLabels", "t10k-labels-idx1-ubyte"),
    ];

    public static IdxDataSettings Read(LearnerContext context, IConfiguration configuration)
    {
        var mistakes = new List<string>();
        var count = Number(configuration, "Shard:Count", 1, mistakes);
        var index = Number(configuration, "Shard:Index", 0, mistakes);
        if (mistakes.Count == 0 && count < 1)
            mistakes.Add($"Shard:Count is {count}, but must be at least 1");
        else if (mistakes.Count == 0 && (index < 0 || index >= count))
            mistakes.Add($"Shard:Index is {index}, but must be between 0 and {count - 1}, since Shard:Count is {count}");

        var found = Find(configuration, mistakes);
        if (mistakes.Count > 0)
            throw new LearnerDataException($"The data of learner '{context.Learner}' cannot be used: {string.Join("; ", mistakes)}.");

        return new IdxDataSettings(found[0], found[1], found[2], found[3], new Shard(count, index));
    }

    /// <summary>Those of the files that exist.</summary>
    public static IReadOnlyList<string> ExistingFiles(IConfiguration configuration) => Find(configuration, []);

    private static string[] Find(IConfiguration configuration, List<string> mistakes)
    {
        var directory = configuration["Path"];
        if (string.IsNullOrWhiteSpace(directory))
        {
            mistakes.Add("Path is missing, the directory that holds the IDX files");
            return [];
        }

        if (!Directory.Exists(directory))
        {
            var names = string.Join(", ", Files.Select(file => file.Name));
            mistakes.Add($"the directory '{directory}' does not exist; it should hold {names}, plain or as .gz");
            return [];
        }

        var found = new List<string>();
        foreach (var (key, standard) in Files)
        {
            var path = Path.Combine(directory, configuration[key] is { Length: > 0 } name ? name : standard);
            if (File.Exists(path))
                found.Add(path);
            else if (File.Exists(path + ".gz"))
                found.Add(path + ".gz");
            else
                mistakes.Add($"neither '{path}' nor '{path}.gz' exists");
        }

        return [.. found];
    }

    private static int Number(IConfiguration configuration, string key, int missing, List<string> mistakes)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return missing;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;

        mistakes.Add($"{key} is '{text}', but must be a whole number");
        return missing;
    }
}
