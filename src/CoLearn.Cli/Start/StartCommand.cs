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
        var model = new Option<string>("--model") { HelpName = "NAME", Description = "The declared model; 'colearn probe' lists those that are hosted.", Required = true };
        var learners = new Option<string>("--learners") { HelpName = "A,B,C", Description = "The learners, in the order of their turns.", Required = true };
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
        var command = new Command("start", "Creates a collective and runs rounds of it; one that exists with the same settings goes on.")
        {
            collective, model, learners, rounds, seed, stopAfter, stopAtScore, detach,
        };
        rule.AddTo(command);
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => Starting.RunAsync(
            new StartOptions
            {
                Collective = parsed.GetRequiredValue(collective),
                Settings = new(parsed.GetRequiredValue(model), parsed.GetRequiredValue(learners).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
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
}
