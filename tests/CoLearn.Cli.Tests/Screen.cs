using System.Text.Json.Nodes;
using CoLearn.Shell;

namespace CoLearn;

/// <summary>A run of the command, and what it printed.</summary>
internal sealed record Screen(int ExitCode, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    public static Task<Screen> RunAsync(params string[] arguments) => RunAsync(Stream.Null, arguments);

    public static async Task<Screen> RunAsync(Stream input, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await ColearnCommand.RunAsync(arguments, new Terminal(() => input, output, error));
        return new(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
