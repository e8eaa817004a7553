using ScottPlot;
using SkiaSharp;

namespace CoLearn.Examples.Mnist;

/// <summary>The line above each half: its title on the left, its keys on the right, where neither covers data.</summary>
internal sealed record Heading(string Title, IReadOnlyList<Key> Keys)
{
    private const float AboveData = 12;
    private const float BetweenKeys = 20;
    private const float Gap = 6;

    /// <summary>Draws it over a half that was just drawn.</summary>
    public void Draw(SKCanvas canvas, PixelRect figure)
    {
        using var paint = Paint.NewDisposablePaint();
        var bottom = figure.Top + Lettering.Room.Top - AboveData;
        Lettering.Text(Title, 15).Render(canvas, new Pixel(figure.Left + Lettering.Room.Left, bottom + 2), paint);

        var right = figure.Right - Lettering.Room.Right;
        foreach (var key in Keys.Reverse())
        {
            var text = Lettering.Text(key.Text, 12);
            right -= text.Measure(key.Text, paint).Width;
            text.Render(canvas, new Pixel(right, bottom), paint);
            right = Symbol(canvas, paint, key, right - Gap, bottom - 7) - BetweenKeys;
        }
    }

    private static float Symbol(SKCanvas canvas, Paint paint, Key key, float right, float middle)
    {
        if (key.LineWidth > 0)
        {
            const float length = 22;
            var line = new PixelLine(right - length, middle, right, middle);
            new LineStyle { Color = key.Colour, Width = key.LineWidth }.Render(canvas, line, paint);
            return right - length;
        }

        if (key.Dot > 0)
        {
            Drawing.DrawMarker(canvas, paint, new Pixel(right - (key.Dot / 2), middle), new MarkerStyle(MarkerShape.FilledCircle, key.Dot, key.Colour));
            return right - key.Dot;
        }

        const float side = 13;
        var square = new PixelRect(right - side, right, middle + (side / 2), middle - (side / 2));
        new FillStyle { Color = key.Colour }.Render(canvas, square, paint);
        return right - side;
    }
}
