using System.Globalization;

namespace CoLearn.Examples.Iris.Rows;

/// <summary>The file of flowers: a heading, then four lengths and the species in each line, parted by commas.</summary>
internal static class IrisFile
{
    public static IReadOnlyList<IrisRow> Parse(string path, IReadOnlyList<string> lines)
    {
        var rows = new List<IrisRow>();
        for (var i = 1; i < lines.Count; i++)
        {
            rows.Add(ParseRow(lines[i].Split(','))
                ?? throw new LearnerDataException($"Line {i + 1} of '{path}' is no iris: it needs {IrisRow.FeatureCount} lengths in cm and a species, 0 to {IrisRow.SpeciesCount - 1}."));
        }

        return rows;
    }

    private static IrisRow? ParseRow(string[] cells)
    {
        var features = new float[IrisRow.FeatureCount];
        if (cells.Length != features.Length + 1)
            return null;
        for (var i = 0; i < features.Length; i++)
        {
            if (!float.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out features[i]) || !float.IsFinite(features[i]))
                return null;
        }

        return int.TryParse(cells[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var species) && species < IrisRow.SpeciesCount
            ? new IrisRow(features, species)
            : null;
    }
}
