using ScottPlot;
using SkiaSharp;

namespace CoLearn.Examples.Mnist;

/// <summary>What a collective did so far, as one picture in two formats: scores above, votes below.</summary>
internal sealed class RoundsPicture
{
    private const int Width = 1080;
    private const int UpperHeight = 420;
    private const float Sharpness = 2;

    /// <summary>A picture at a place.</summary>
    /// <param name="path">A file that ends in .png or .svg; the other one lies beside it.</param>
    /// <param name="rounds">How many rounds there will be after the initial one.</param>
    public RoundsPicture(string path, int rounds)
    {
        PngPath = Path.ChangeExtension(path, ".png");
        SvgPath = Path.ChangeExtension(path, ".svg");
        LastRound = rounds;
    }

    public string PngPath { get; }

    public string SvgPath { get; }

    private int LastRound { get; }

    /// <summary>Draws the picture anew over the old one.</summary>
    public void Draw(CollectiveRun run)
    {
        // A few learners get tall cells, many get a taller picture.
        var lowerHeight = (int)(Lettering.Room.Top + Lettering.Room.Bottom) + Math.Clamp(34 * VoteMatrix.RowsOf(run), 120, 700);
        var upper = new PixelRect(0, Width, UpperHeight, 0);
        var lower = new PixelRect(0, Width, UpperHeight + lowerHeight, UpperHeight);
        using var scores = ScorePlot.Draw(run, LastRound);
        using var votes = VoteMatrix.Draw(run, LastRound, Lettering.DataSize(Width, lowerHeight));
        WholeFile.Write(PngPath, Png(Draw, UpperHeight + lowerHeight));
        WholeFile.Write(SvgPath, Svg(Draw, UpperHeight + lowerHeight));

        void Draw(SKCanvas canvas)
        {
            canvas.Clear(SKColors.White);
            foreach (var (plot, heading, figure) in new[] { (scores, ScorePlot.Heading, upper), (votes, VoteMatrix.HeadingOf(run.Averages), lower) })
            {
                plot.Render(canvas, figure);
                heading.Draw(canvas, figure);
            }
        }
    }

    private static byte[] Png(Action<SKCanvas> draw, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(Width * Sharpness), (int)(height * Sharpness)));
        surface.Canvas.Scale(Sharpness);
        draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    private static byte[] Svg(Action<SKCanvas> draw, int height)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Width, height), stream))
            draw(canvas);
        return stream.ToArray();
    }
}
