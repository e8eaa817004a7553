using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>The pictures' colours; approve and reject differ in lightness too, for eyes that do not tell green from red.</summary>
internal static class Palette
{
    public static readonly Color Ink = Color.FromHex("#1f2933");
    public static readonly Color Quiet = Color.FromHex("#616e7c");
    public static readonly Color Grid = Color.FromHex("#e4e7eb");
    public static readonly Color Paper = Colors.White;

    public static readonly Color Test = Color.FromHex("#1f5fa8");
    public static readonly Color Vote = Color.FromHex("#d9822b");

    public static readonly Color Approve = Color.FromHex("#57ae8e");
    public static readonly Color Reject = Color.FromHex("#c8553d");
    public static readonly Color Abstain = Color.FromHex("#b8bfc8");
    public static readonly Color None = Color.FromHex("#eef1f4");
}
