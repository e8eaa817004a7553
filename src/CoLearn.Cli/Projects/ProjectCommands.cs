using System.CommandLine;
using CoLearn.Shell;

namespace CoLearn.Projects;

/// <summary><c>colearn silo</c>, <c>check</c> and <c>models</c>: a site's program does them, since it has the models and what they need.</summary>
internal static class ProjectCommands
{
    private const string Silo = "silo";
    private const string Check = "check";
    private const string Models = "models";

    public static bool Has(Command command) => command.Name is Silo or Check or Models;

    public static IEnumerable<Command> Make(Terminal terminal) =>
    [
        Make(terminal, Silo, [], "Runs the silo of a site until it is told to stop.", hasJson: false),
        Make(terminal, Check, [Check], "Looks whether a site can start: configuration, data, store, ports, cluster.", hasJson: true),
        Make(terminal, Models, [Models], "The models that a project declares, with their layers.", hasJson: true),
    ];

    private static Command Make(Terminal terminal, string name, string[] verb, string description, bool hasJson)
    {
        var project = new Argument<string>("PROJECT-OR-DLL") { HelpName = "PROJECT-OR-DLL", Description = "The site's program: a project, its folder, or its DLL." };
        var rest = new Argument<string[]>("ARGS") { HelpName = "ARGS", Description = "Settings for it, after --, such as --CoLearn:Site=hospital-a.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Prints JSON instead of lines." };
        var command = new Command(name, description) { project, rest };
        if (hasJson)
            command.Add(json);
        command.SetAction((parsed, cancellation) => ProjectProcess.RunAsync(
            parsed.GetRequiredValue(project), [.. verb, .. hasJson && parsed.GetValue(json) ? ["--json"] : Array.Empty<string>(), .. parsed.GetValue(rest) ?? []], terminal, cancellation));
        return command;
    }
}
