using System.Text;
using Spectre.Console;

namespace CoLearn.Shell;

/// <summary>Where the command reads and prints.</summary>
/// <param name="Input">Standard input, opened where it is asked for.</param>
/// <param name="Output">Results and help.</param>
/// <param name="Error">Mistakes.</param>
internal sealed record Terminal(Func<Stream> Input, TextWriter Output, TextWriter Error)
{
    // Lines in a file are not broken.
    private const int FileWidth = 1_000;

    /// <summary>Whether somebody watches, so that lines may be in colours and are as wide as the window.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>The output, for tables.</summary>
    public IAnsiConsole Tables
    {
        get
        {
            var console = AnsiConsole.Create(new()
            {
                Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(IsInteractive ? Output : new TrimmedLines(Output)),
            });
            console.Profile.Capabilities.Unicode = true;
            if (!IsInteractive)
                console.Profile.Width = FileWidth;
            return console;
        }
    }

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.OpenStandardInput, Console.Out, Console.Error)
        {
            IsInteractive = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
    }
}
