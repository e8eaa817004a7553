using System.Text;

namespace CoLearn.Shell;

/// <summary>Where the command reads and prints.</summary>
/// <param name="Input">Standard input, opened where it is asked for.</param>
/// <param name="Output">Results and help.</param>
/// <param name="Error">Mistakes.</param>
internal sealed record Terminal(Func<Stream> Input, TextWriter Output, TextWriter Error)
{
    /// <summary>The process's own.</summary>
    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.OpenStandardInput, Console.Out, Console.Error);
    }
}
