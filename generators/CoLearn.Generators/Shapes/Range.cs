namespace CoLearn.Generators.Shapes;

// Which numbers an argument may be, and how a message says so.
internal sealed record Range(string Text, double Fallback, Func<double, bool> Contains)
{
    public static readonly Range Finite = new("a finite value", 0, IsFinite);
    public static readonly Range Positive = new("a finite value above 0", 1, value => IsFinite(value) && value > 0);
    public static readonly Range NotNegative = new("a finite value of at least 0", 0, value => IsFinite(value) && value >= 0);
    public static readonly Range UnitWithoutOne = new("a value in [0, 1)", 0, value => value is >= 0 and < 1);
    public static readonly Range Unit = new("a value in [0, 1]", 0, value => value is >= 0 and <= 1);
    public static readonly Range UnitWithoutZero = new("a value in (0, 1]", 1, value => value is > 0 and <= 1);
    public static readonly Range AtLeastOne = new("a value of at least 1", 1, value => value >= 1);
    public static readonly Range AtLeastZero = new("a value of at least 0", 0, value => value >= 0);

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
