using System.Globalization;
using Spectre.Console;

namespace CoLearn.Benchmarks;

/// <summary>Rows for a reader.</summary>
internal static class RowTable
{
    public static Table Of(IReadOnlyList<Row> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("benchmark", "case", "unit", "median", "min", "max", "floor", "ratio", "target", "holds");
        foreach (var column in table.Columns.Skip(3).Take(6))
            column.RightAligned();
        foreach (var row in rows)
        {
            table.AddRow(
                row.Benchmark,
                row.Case,
                row.Unit,
                Number(row.Median),
                Number(row.Min),
                Number(row.Max),
                Number(row.Floor),
                Number(row.Ratio),
                Number(row.Target),
                row.Holds switch { true => "yes", false => "NO", null => "" });
        }

        return table;
    }

    // Three digits that count.
    private static string Number(double? value) => value switch
    {
        null => "",
        0 => "0",
        var number => number.Value.ToString(Math.Abs(number.Value) >= 100 ? "F0" : Math.Abs(number.Value) >= 10 ? "F1" : Math.Abs(number.Value) >= 1 ? "F2" : "G3", CultureInfo.InvariantCulture),
    };
}
