using System.CommandLine;
using CoLearn.Clusters;
using CoLearn.Shell;

namespace CoLearn.Start;

/// <summary><c>colearn start</c>: its options, as text and as they are read.</summary>
internal static class StartCommand
{
    private const int UsualRounds = 20;

    public static Command Make(Terminal terminal)
    {
        var (collective, cluster, rule) = (CollectiveArgument.Make(), new ClusterArguments(), new RuleOptions());
        var model = new Option<string?>("--model") { HelpName = "NAME", Description = "The declared model; 'colearn probe' lists those that are hosted." };
        var learners = new Option<string?>("--learners") { HelpName = "A,B,C", Description = "The learners, in the order of their turns." };
        var rounds = new Option<int>("--rounds")
        {
            HelpName = "N",
            Description = $"How many rounds to run; {UsualRounds} by default, 0 creates the collective only.",
            DefaultValueFactory = _ => UsualRounds,
            CustomParser = Numbers.Whole,
        };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "What every piece of work draws from; 0 by default.", CustomParser = Numbers.Seed };
        var stopAfter = new Option<int?>("--stop-after") { HelpName = "N", Description = "Stops after so many rounds in a row without an accept; 0 for never, two turns around all learners by default.", CustomParser = result => Numbers.Whole(result) };
        var stopAtScore = new Option<double?>("--stop-at-score") { HelpName = "X", Description = "Stops at this mean vote score of the accepted weights.", CustomParser = result => Numbers.Real(result) };
        var detach = new Option<bool>("--detach") { Description = "Returns when the rounds are asked for, without following them." };
        var command = new Command("start", "Creates a collective, with --model and --learners, and runs rounds of it; without both, one that exists goes on.")
        {
            collective, model, learners, rounds, seed, stopAfter, stopAtScore, detach,
        };
        rule.AddTo(command);
        cluster.AddTo(command);
        command.Validators.Add(result =>
        {
            Option[] creating = [model, learners];
            var missing = creating.Where(option => result.GetResult(option) is null).ToList();
            // Without both it goes on with one that exists, as it was created.
            var needed = missing.Count == 1 || rule.Options.Concat([seed, stopAfter, stopAtScore]).Any(option => result.GetResult(option) is { Implicit: false });
            if (missing.Count > 0 && needed)
                result.AddError($"'colearn start' needs {string.Join(" and ", missing.Select(option => $"{option.Name} {option.HelpName}"))} to create a collective; 'colearn start --help' says what that is.");
        });
        command.SetAction((parsed, cancellation) => Starting.RunAsync(
            new StartOptions
            {
                Collective = parsed.GetRequiredValue(collective),
                Settings = parsed.GetValue(model) is not { } name || parsed.GetValue(learners) is not { } names ? null : new(name, Names(names))
                {
                    Seed = parsed.GetValue(seed),
                    StopAfter = parsed.GetValue(stopAfter),
                    StopAtScore = parsed.GetValue(stopAtScore),
                },
                Rule = rule.Change(parsed),
                Rounds = parsed.GetValue(rounds),
                Detach = parsed.GetValue(detach),
                Cluster = cluster.Choice(parsed),
                Json = cluster.Json(parsed),
            },
            terminal,
            cancellation));
        return command;
    }

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
