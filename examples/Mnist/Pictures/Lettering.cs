using System.Globalization;
using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>Letters and axes that both halves of the picture share.</summary>
internal static class Lettering
{
    /// <summary>The room around the data: equal left and right of both halves, so that a round stands above itself.</summary>
    public static readonly PixelPadding Room = new(left: 96, right: 24, bottom: 52, top: 46);

    // A machine without any font would leave the picture without letters.
    private static readonly string Font = LoadFont();

    /// <summary>What the room leaves of a half for its data.</summary>
    public static PixelSize DataSize(float width, float height) => new(width - Room.Left - Room.Right, height - Room.Top - Room.Bottom);

    /// <summary>Text that ends above a place.</summary>
    public static LabelStyle Text(string text, float size)
        => new() { Text = text, FontName = Font, FontSize = size, ForeColor = Palette.Ink, Alignment = Alignment.LowerLeft };

    /// <summary>A plot with the pictures' letters and colours, and room for a heading.</summary>
    public static Plot NewPlot()
    {
        var plot = new Plot();
        plot.Font.Set(Font);
        plot.FigureBackground.Color = Palette.Paper;
        plot.DataBackground.Color = Palette.Paper;
        plot.Axes.Color(Palette.Quiet);
        plot.Grid.MajorLineColor = Palette.Grid;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Layout.Fixed(Room);
        // Two plots share a canvas.
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.Axes.Bottom.Label.Text = "round";
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.TickLabelStyle.FontSize = 12;
            axis.TickLabelStyle.ForeColor = Palette.Ink;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Axes.Bottom.Label.FontSize = 13;
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.FontSize = 13;
        plot.Axes.Left.Label.Bold = false;
        return plot;
    }

    /// <summary>Ticks at whole rounds: every one while there is room, else every second, fifth, tenth and so on.</summary>
    public static void RoundTicks(Plot plot, int last)
    {
        var step = RoundStep(last);
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        for (var round = 0; round <= last; round += step)
            ticks.AddMajor(round, round.ToString(CultureInfo.InvariantCulture));
        plot.Axes.Bottom.TickGenerator = ticks;
    }

    /// <summary>How many rounds lie between two ticks.</summary>
    public static int RoundStep(int last)
    {
        const int mostTicks = 26;
        for (var power = 1; ; power *= 10)
        {
            foreach (var step in new[] { power, 2 * power, 5 * power })
            {
                if (last / step < mostTicks)
                    return step;
            }
        }
    }

    private static string LoadFont()
    {
        const string name = "CoLearn Pictures";
        Fonts.AddFontFile(name, Path.Combine(AppContext.BaseDirectory, "Pictures", "DejaVuSans-Subset.ttf"));
        return name;
    }
}
