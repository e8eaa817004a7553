using System.Text;

namespace CoLearn.Examples.Mnist;

/// <summary>Where the example prints.</summary>
/// <param name="Output">What was asked for: the rounds, the summary, help.</param>
/// <param name="Error">Mistakes and warnings.</param>
/// <param name="Interactive">Whether somebody watches, so that lines may be in colours and be redrawn.</param>
/// <param name="Width">How many characters a line has room for.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool Interactive, int Width)
{
    private const int FileWidth = 160;

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess()
    {
        // Windows consoles and pipes would replace ticks by question marks.
        Console.OutputEncoding = Encoding.UTF8;
        var interactive = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(Console.Out, Console.Error, interactive, interactive ? Math.Max(Console.WindowWidth, 1) : FileWidth);
    }
}
