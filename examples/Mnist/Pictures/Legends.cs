using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>A legend that covers no data.</summary>
internal static class Legends
{
    /// <summary>Puts the legend in one line into the room above the data, at its right end.</summary>
    public static void PutAbove(Plot plot)
    {
        var legend = plot.Legend;
        legend.IsVisible = false;
        legend.Orientation = Orientation.Horizontal;
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        legend.BackgroundColor = Colors.Transparent;
        legend.FontSize = 12;
        legend.FontColor = Palette.Ink;
        legend.DisplayPlottableLegendItems = false;
        legend.Padding = new PixelPadding(0, 0, 0, 0);
    }

    /// <summary>Draws it over a plot that was just drawn.</summary>
    public static void Draw(Plot plot, SkiaSharp.SKCanvas canvas, PixelRect figure)
    {
        var room = new PixelRect(figure.Left + Lettering.Room.Left, figure.Right - Lettering.Room.Right, figure.Top + Lettering.Room.Top - 4, figure.Top);
        using var paint = Paint.NewDisposablePaint();
        plot.Legend.IsVisible = true;
        plot.Legend.Render(canvas, paint, room, Alignment.LowerRight);
    }
}
