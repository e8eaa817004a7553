using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace CoLearn.Shell;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class Mistakes
{
    public static string? Of(ParseResult parsed)
    {
        // --help and --version are answered whatever stands beside them.
        if (parsed.Action is HelpAction || parsed.Action?.ClearsParseErrors == true)
            return null;

        var path = string.Join(' ', Path(parsed.CommandResult));
        foreach (var given in parsed.CommandResult.Children.OfType<OptionResult>().Where(given => !given.Implicit))
        {
            if (given.IdentifierTokenCount > 1)
                return $"{given.Option.Name} is given more than once.";
            if (given.Option.ValueType != typeof(bool) && given.Tokens.Count == 0)
                return $"{given.Option.Name} needs a value.";
        }

        if (parsed.UnmatchedTokens is [var unknown, ..])
            return $"'{path}' does not know '{unknown}'; '{path} --help' says what it knows.";
        if (parsed.CommandResult.Command.Subcommands is [var first, ..])
            return $"Say what '{path}' should do, such as '{path} {first.Name}'; '{path} --help' lists all.";
        foreach (var argument in parsed.CommandResult.Command.Arguments)
        {
            if (argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 })
                return $"'{path}' needs {argument.HelpName}; '{path} --help' says what that is.";
        }

        return parsed.Errors is [var other, ..] ? other.Message : null;
    }

    private static IEnumerable<string> Path(CommandResult command)
        => command.Parent is CommandResult parent ? Path(parent).Append(command.Command.Name) : ["colearn"];
}
