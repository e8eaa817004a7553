using System.Globalization;

namespace CoLearn;

/// <summary>A model's layers as a table of text, as the documentation of its class has it; modules of one's own are counted, too.</summary>
public static class LayerTable
{
    /// <summary>The table: a line for the headings, the input, each layer with output shape and parameters, and the total.</summary>
    /// <param name="definition">The model.</param>
    /// <returns>
    /// The lines, without line ends; a block's layers stand indented below it and are counted in its line. Empty where the definition has no layers,
    /// as for an algorithm of one's own.
    /// </returns>
    public static IReadOnlyList<string> Of(LearnerDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Layers.Count == 0)
            return [];

        string[][] rows =
        [
            ["layer", "kind", "output", "parameters"],
            ["input", "", Shape(definition.Input), ""],
            .. Rows(definition.Layers, ""),
            ["total", "", "", Count(definition.Layers.Sum(layer => layer.Parameters))],
        ];
        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return [.. rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 3 ? cell.PadLeft(widths[3]) : cell.PadRight(widths[column]))).TrimEnd())];
    }

    private static IEnumerable<string[]> Rows(IReadOnlyList<LayerSummary> layers, string indent) => layers.SelectMany(layer =>
    {
        string[] row = [indent + layer.Name, layer.Kind, Shape(layer.Output), Count(layer.Parameters)];
        return Rows(layer.Layers, indent + "  ").Prepend(row);
    });

    private static string Shape(IReadOnlyList<int> sizes) => sizes.Count == 0 ? "" : $"({string.Join(", ", sizes)})";

    private static string Count(long parameters) => parameters.ToString("N0", CultureInfo.InvariantCulture);
}
