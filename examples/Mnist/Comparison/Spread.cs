using System.Globalization;

namespace CoLearn.Examples.Mnist;

/// <summary>A mean over seeds, with the lowest and the highest.</summary>
internal sealed record Spread(double Mean, double Low, double High)
{
    public static Spread Of(IReadOnlyCollection<double> values) => new(values.Average(), values.Min(), values.Max());

    public string Text(string format)
    {
        return Number(Mean) + (Number(Low) == Number(High) ? "" : $" ({Number(Low)}–{Number(High)})");

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
