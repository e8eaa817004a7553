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
            .. stack.Layers.Select(layer => new[] { layer.Name, layer.Kind, layer.Output.ToString(), Count(layer.Parameters) }),
            ["total", "", "", Count(stack.Parameters)],
        ];
        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => Padded(cell, column, widths))).TrimEnd());
    }

    private static string Padded(string cell, int column, int[] widths) =>
        column == 3 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]);

    private static string Count(long parameters) => parameters.ToString("N0", CultureInfo.InvariantCulture);
}
