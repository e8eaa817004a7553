using System.Globalization;
using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The layers with their shapes and parameter counts, in columns, as Keras' summary shows them.
internal static class SummaryTable
{
    private const int Indent = 2;
    private const int Gap = 2;

    public static void Write(Code code, StackPlan stack)
    {
        var (input, total) = (stack.Input.ToString(), Count(stack.Parameters, stack.HasOwn));
        // No layer has more parameters than all of them.
        var columns = new SummaryColumns(
            "layer".Length, "kind".Length, Math.Max("output".Length, input.Length), Math.Max("parameters".Length, total.Length));
        columns = Widened(columns, stack.Layers, indent: 0);

        WriteRow(code, columns, 0, "layer", "kind", "output", "parameters");
        code.Lines("\n");
        WriteRow(code, columns, 0, "input", "", input, "");
        code.Lines("\n");
        WriteRows(code, columns, stack.Layers, indent: 0);
        WriteRow(code, columns, 0, "total", "", "", total);
    }

    private static SummaryColumns Widened(SummaryColumns columns, EquatableArray<LayerPlan> layers, int indent)
    {
        foreach (var layer in layers)
        {
            columns = columns with
            {
                Layer = Math.Max(columns.Layer, indent + layer.Name.Length),
                Kind = Math.Max(columns.Kind, layer.Kind.Length),
                Output = Math.Max(columns.Output, layer.Output.ToString().Length),
            };
            columns = Widened(columns, layer.Inner, indent + Indent);
        }

        return columns;
    }

    // A block's layers stand indented below it, and are counted in its own line.
    private static void WriteRows(Code code, SummaryColumns columns, EquatableArray<LayerPlan> layers, int indent)
    {
        foreach (var layer in layers)
        {
            WriteRow(code, columns, indent, layer.Name, layer.Kind, layer.Output.ToString(), Count(layer.Parameters, layer.IsOwn));
            code.Lines("\n");
            WriteRows(code, columns, layer.Inner, indent + Indent);
        }
    }

    private static void WriteRow(Code code, SummaryColumns columns, int indent, string layer, string kind, string output, string parameters)
    {
        code.Blanks(indent);
        WriteCell(code, layer, columns.Layer - indent);
        code.Add(kind.Replace("<", "&lt;").Replace(">", "&gt;"));
        code.Blanks(columns.Kind - kind.Length + Gap);
        WriteCell(code, output, columns.Output);
        code.Blanks(columns.Parameters - parameters.Length);
        code.Add(parameters);
        code.TrimEnd();
    }

    private static void WriteCell(Code code, string cell, int width)
    {
        code.Add(cell);
        code.Blanks(width - cell.Length + Gap);
    }

    // A module of the user's own tells at run time only how many it has.
    private static string Count(long parameters, bool isOwn) =>
        !isOwn ? Grouped(parameters) : parameters == 0 ? "?" : Grouped(parameters) + " + ?";

    private static string Grouped(long number) => number < 1000 ? Literal.Of(number) : number.ToString("N0", CultureInfo.InvariantCulture);
}
