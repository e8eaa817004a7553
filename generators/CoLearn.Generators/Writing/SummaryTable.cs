using System.Globalization;
using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The layers with their shapes and parameter counts, in columns, as Keras' summary shows them.
internal static class SummaryTable
{
    public static IEnumerable<string> Of(StackPlan stack)
    {
        var rows = new List<string[]> { new[] { "layer", "kind", "output", "parameters" }, new[] { "input", "", stack.Input.ToString(), "" } };
        rows.AddRange(stack.Layers.Select(layer => new[] { layer.Name, layer.Kind, layer.Output.ToString(), Count(layer.Parameters) }));
        rows.Add(["total", "", "", Count(stack.Parameters)]);

        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row =>
            string.Join("  ", row.Take(3).Select((cell, column) => cell.PadRight(widths[column])).Append(row[3].PadLeft(widths[3]))).TrimEnd());
    }

    private static string Count(long parameters) => parameters.ToString("N0", CultureInfo.InvariantCulture);
}
