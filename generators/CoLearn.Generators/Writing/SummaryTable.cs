using System.Globalization;
using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The layers with their shapes and parameter counts, in columns, as Keras' summary shows them.
internal static class SummaryTable
{
    public static IEnumerable<string> Of(StackPlan stack)
    {
        string[][] rows =
        [
            ["layer", "kind", "output", "parameters"],
            ["input", "", stack.Input.ToString(), ""],
            .. Rows(stack.Layers, ""),
            ["total", "", "", Count(stack.Parameters, stack.HasOwn)],
        ];
        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => Padded(cell, column, widths))).TrimEnd());
    }

    private static string Padded(string cell, int column, int[] widths) =>
        column == 3 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]);

    // A block's layers stand indented below it, and are counted in its own line.
    private static IEnumerable<string[]> Rows(EquatableArray<LayerPlan> layers, string indent) => layers.SelectMany(layer =>
    {
        string[] row = [indent + layer.Name, layer.Kind, layer.Output.ToString(), Count(layer.Parameters, layer.IsOwn)];
        return Rows(layer.Inner, indent + "  ").Prepend(row);
    });

    // A module of the user's own tells at run time only how many it has.
    private static string Count(long parameters, bool isOwn) =>
        !isOwn ? parameters.ToString("N0", CultureInfo.InvariantCulture)
        : parameters == 0 ? "?"
        : parameters.ToString("N0", CultureInfo.InvariantCulture) + " + ?";
}
