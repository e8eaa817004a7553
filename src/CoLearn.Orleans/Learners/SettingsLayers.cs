using Microsoft.Extensions.Configuration;

namespace CoLearn.Learners;

/// <summary>Several layers of settings as one, taken when the silo starts: what was checked then is what learners train with.</summary>
internal static class SettingsLayers
{
    // They say one thing in two ways: whoever says the one takes back what a less specific layer says by the other.
    private static readonly string[] HowLong = ["Epochs", "Batches"];

    /// <summary>Merges layers, the most specific one last; an empty value takes back what a less specific layer says.</summary>
    public static IConfiguration Merge(IEnumerable<IConfiguration> layers)
    {
        var merged = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var layer in layers)
        {
            var values = layer.AsEnumerable(makePathsRelative: true).Where(setting => setting.Value is not null).ToList();
            if (values.Any(setting => HowLong.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)))
                merged = new(merged.Where(setting => !HowLong.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)), StringComparer.OrdinalIgnoreCase);
            foreach (var (key, value) in values)
                merged[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(merged).Build();
    }
}
