using System.Globalization;
using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The layers with their shapes and parameter counts, in columns, as Keras' summary shows them.
internal static class SummaryTable
{
    private const int Parameters = 3;
    private const int Gap = 2;

    public static void Write(Code code, StackPlan stack)
    {
        var rows = new List<string[]> { Row("layer", "kind", "output", "parameters"), Row("input", "", stack.Input.ToString(), "") };
        AddRows(rows, stack.Layers, "");
        rows.Add(Row("total", "", "", Count(stack.Parameters, stack.HasOwn)));
        int[] widths = [0, 0, 0, 0];
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
                widths[column] = Math.Max(widths[column], row[column].Length);
        }

        code.Each(rows, (code, row) => WriteRow(code, row, widths));
    }

    private static string[] Row(params string[] cells) => cells;

    // A block's layers stand indented below it, and are counted in its own line.
    private static void AddRows(List<string[]> rows, EquatableArray<LayerPlan> layers, string indent)
    {
        foreach (var layer in layers)
        {
            rows.Add(Row(indent + layer.Name, layer.Kind, layer.Output.ToString(), Count(layer.Parameters, layer.IsOwn)));
            AddRows(rows, layer.Inner, indent + "  ");
        }
    }

    // No blanks are left at the end.
    private static void WriteRow(Code code, string[] row, int[] widths)
    {
        var blanks = 0;
        for (var column = 0; column < row.Length; column++)
        {
            var cell = row[column];
            var rest = widths[column] - cell.Length;
            if (cell.Length > 0)
            {
                code.Blanks(column == Parameters ? blanks + rest : blanks);
                code.Add(cell.Replace("<", "&lt;").Replace(">", "&gt;"));
                blanks = 0;
            }

            blanks += rest + Gap;
        }
    }

    // A module of the user's own tells at run time only how many it has.
    private static string Count(long parameters, bool isOwn) =>
        !isOwn ? parameters.ToString("N0", CultureInfo.InvariantCulture)
        : parameters == 0 ? "?"
        : parameters.ToString("N0", CultureInfo.InvariantCulture) + " + ?";
}
