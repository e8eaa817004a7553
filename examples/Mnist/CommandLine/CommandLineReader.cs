using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace CoLearn.Examples.Mnist;

/// <summary>Reads the command line. A mistake is one sentence on the error output, before anything starts.</summary>
internal sealed class CommandLineReader
{
    private readonly Option<string> model =
        Choice("--model", "Which model: the tutorial's, or the reference system's PyTorch one.", "tutorial", "cnn");
    private readonly Option<int> learners = Number("--learners", "How many learners share the digits.", 5, AtLeast(1));
    private readonly Option<int> rounds = Number("--rounds", "How many rounds to run after the initial one.", 20, AtLeast(0));
    private readonly Option<double> voteThreshold =
        Number("--vote-threshold", "The share of the voters that must approve, in (0, 1].", 0.5, Share);
    private readonly Option<string> strategy =
        Choice("--strategy", "Whether one learner proposes a round, or several train at a time and their mean is proposed.", Strategies.Turns, Strategies.Average);
    private readonly Option<int?> contributors =
        OptionalNumber("--contributors", "How many learners train for the mean of --strategy average; all by default.", AtLeast(1));
    private readonly Option<string> ties = Choice("--ties", "What a vote is when the scores are equal.", "byloss", "reject", "approve");
    private readonly Option<int> batchSize = Number("--batch-size", "Digits in a batch.", 64, AtLeast(1));
    private readonly Option<double> learningRate =
        Number("--learning-rate", "The optimizer's step.", 0.001, Positive);
    private readonly Option<int?> voteExamples =
        OptionalNumber("--vote-examples", "How many of its digits a learner votes with; all by default.", AtLeast(1));
    private readonly Option<int> epochs = Number("--epochs", "Passes over its digits that a proposer trains for.", 1, AtLeast(1));
    private readonly Option<int?> proposalBatches =
        OptionalNumber("--proposal-batches", "Batches that a proposer trains for, instead of --epochs.", AtLeast(1));
    private readonly Option<long> seed = Number("--seed", "Runs with equal seeds and --threads 1 are equal to the bit.", 1L, Whole);
    private readonly Option<int> threads =
        Number("--threads", "How many learners work at a time, at most.", Environment.ProcessorCount, AtLeast(1));
    private readonly Option<string> data =
        Text("--data", "DIR", "Four IDX files, plain or gzipped, such as all of MNIST or Fashion-MNIST; the example's own digits by default.");
    private readonly Option<string?> json = Text("--json", "FILE", "Writes the run's facts and measurements there.")!;
    private readonly Option<string?> ledger =
        Text("--ledger", "FILE", "Writes the record of the rounds there, chained by hash; 'colearn ledger verify FILE' checks it.")!;
    private readonly Option<string> plot =
        Text("--plot", "FILE", "The picture, redrawn after every round, as .png and as .svg; out/mnist-rounds.png by default.");
    private readonly Option<bool> trace = Switch("--trace", "Prints the spans of every round; OTEL_EXPORTER_OTLP_ENDPOINT sends them, too.");
    private readonly Option<bool> individual =
        Switch("--individual", "Runs the baseline instead: each learner trains alone on its own digits. Draws no picture.");
    private readonly Option<string[]?> compare = new("--compare")
    {
        Description = "Runs nothing: compares results that --json wrote, by strategy, as a table in Markdown.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private static Range<long> Whole => new("a whole number", _ => true);

    private static Range<double> Positive => new("a number above 0", value => value > 0 && double.IsFinite(value));

    private static Range<double> Share => new("a number above 0 and at most 1", value => value is > 0 and <= 1);

    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">As given to the program.</param>
    /// <param name="output">Where help goes.</param>
    /// <param name="error">Where the sentence about a mistake goes.</param>
    /// <returns>The options, or <see langword="null"/> with the exit code.</returns>
    public (ExampleOptions? Options, int ExitCode) Read(string[] arguments, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("Learners who keep their handwritten digits to themselves train one model together, round by round.");
        Option[] all =
        [
            model, learners, rounds, strategy, contributors, voteThreshold, ties, batchSize, learningRate, voteExamples, epochs, proposalBatches,
            seed, threads, data, json, ledger, plot, trace, individual, compare,
        ];
        foreach (var option in all)
            command.Add(option);

        // A file name may begin with an at sign.
        var parsed = command.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not null && parsed.Errors.Count == 0)
            return (null, parsed.Invoke(new InvocationConfiguration { Output = output, Error = error }));
        if ((Mistake(parsed) ?? FileMistake(parsed)) is not { } mistake)
            return (Options(parsed), ExitCode.Success);

        error.WriteLine(mistake);
        return (null, ExitCode.Usage);
    }

    private ExampleOptions Options(ParseResult parsed) => new()
    {
        Model = parsed.GetRequiredValue(model),
        Learners = parsed.GetValue(learners),
        Rounds = parsed.GetValue(rounds),
        Strategy = parsed.GetRequiredValue(strategy),
        Contributors = parsed.GetValue(contributors),
        VoteThreshold = parsed.GetValue(voteThreshold),
        Ties = Enum.Parse<Ties>(parsed.GetRequiredValue(ties), ignoreCase: true),
        BatchSize = parsed.GetValue(batchSize),
        LearningRate = parsed.GetValue(learningRate),
        VoteExamples = parsed.GetValue(voteExamples),
        Epochs = parsed.GetValue(epochs),
        ProposalBatches = parsed.GetValue(proposalBatches),
        Seed = parsed.GetValue(seed),
        Threads = parsed.GetValue(threads),
        Data = parsed.GetValue(data) ?? Path.Combine(AppContext.BaseDirectory, "data"),
        Json = parsed.GetValue(json),
        Ledger = parsed.GetValue(ledger),
        Plot = parsed.GetValue(plot) ?? Path.Combine("out", "mnist-rounds.png"),
        Trace = parsed.GetValue(trace),
        Individual = parsed.GetValue(individual),
        Compare = parsed.GetValue(compare) is [_, ..] files ? files : null,
    };

    private string? Mistake(ParseResult parsed)
    {
        foreach (var given in Given(parsed))
        {
            if (given.IdentifierTokenCount > 1)
                return $"{given.Option.Name} is given more than once.";
            if (given.Option.ValueType != typeof(bool) && given.Tokens.Count == 0)
                return $"{given.Option.Name} needs a value.";
        }

        if (parsed.Errors.FirstOrDefault(error => error.SymbolResult is OptionResult or ArgumentResult) is { } wrong)
            return wrong.Message;
        if (parsed.UnmatchedTokens is [var unknown, ..])
            return $"There is no option '{unknown}'; --help lists them.";
        if (parsed.Errors is [var other, ..])
            return other.Message;
        if (parsed.GetResult(compare) is not null && Given(parsed).FirstOrDefault(given => given.Option != compare) is { } unused)
            return $"--compare runs nothing and takes results files alone; leave out {unused.Option.Name}.";
        if (parsed.GetValue(proposalBatches) is not null && parsed.GetResult(epochs) is { Implicit: false })
            return "--epochs and --proposal-batches both say how long a proposer trains; give one of them.";
        return StrategyMistake(parsed);
    }

    private static IEnumerable<OptionResult> Given(ParseResult parsed)
        => parsed.CommandResult.Children.OfType<OptionResult>().Where(given => !given.Implicit);

    private string? StrategyMistake(ParseResult parsed)
    {
        var average = parsed.GetValue(strategy) == Strategies.Average;
        if (average && parsed.GetValue(individual))
            return "--strategy average trains learners together, and --individual each alone; give one of them.";
        if (parsed.GetValue(contributors) is not { } count)
            return null;
        if (!average)
            return "--contributors needs --strategy average; in turns one learner proposes a round.";
        var all = parsed.GetValue(learners);
        return count > all ? FormattableString.Invariant($"--contributors {count} is more than the learners there are, {all}.") : null;
    }

    private string? FileMistake(ParseResult parsed)
    {
        if (parsed.GetValue(data) is { } digits && !Directory.Exists(digits))
            return $"The directory '{digits}' of --data does not exist.";
        if (parsed.GetValue(json) is { } results && CannotHold(results))
            return $"The file '{results}' of --json cannot be written: its directory does not exist, or it is one itself.";
        if (parsed.GetValue(ledger) is { } record && CannotHold(record))
            return $"The file '{record}' of --ledger cannot be written: its directory does not exist, or it is one itself.";
        if (parsed.GetValue(plot) is { } picture)
        {
            if (Path.GetExtension(picture).ToLowerInvariant() is not (".png" or ".svg"))
                return $"--plot takes a file that ends in .png or .svg, not '{picture}'.";
            if (CannotHold(picture))
                return $"The file '{picture}' of --plot cannot be written: its directory does not exist, or it is one itself.";
        }

        return null;
    }

    private static bool CannotHold(string file)
        => file.Length == 0 || Directory.Exists(file) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)));

    private static Range<int> AtLeast(int least) => new($"a whole number, {least} or more", value => value >= least);

    private static Option<string> Choice(string name, string description, params string[] choices)
        => new(name)
        {
            Description = description,
            HelpName = string.Join('|', choices),
            DefaultValueFactory = _ => choices[0],
            CustomParser = result => choices.Contains(result.Tokens[0].Value)
                ? result.Tokens[0].Value
                : Wrong<string>(result, $"{name} takes {string.Join(" or ", choices)}"),
        };

    private static Option<T> Number<T>(string name, string description, T standard, Range<T> range)
        where T : struct, INumber<T>
        => new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => standard,
            CustomParser = result => Parse(name, range, result) ?? default,
        };

    private static Option<T?> OptionalNumber<T>(string name, string description, Range<T> range)
        where T : struct, INumber<T>
        => new(name) { Description = description, HelpName = "N", CustomParser = result => Parse(name, range, result) };

    private static Option<string> Text(string name, string helpName, string description)
        => new(name) { Description = description, HelpName = helpName };

    private static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    private static T? Parse<T>(string name, Range<T> range, ArgumentResult result)
        where T : struct, INumber<T>
        => T.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && range.Holds(value)
            ? value
            : Wrong<T?>(result, $"{name} takes {range.Name}");

    private static T? Wrong<T>(ArgumentResult result, string takes)
    {
        result.AddError($"{takes}, not '{result.Tokens[0].Value}'.");
        return default;
    }

    private sealed record Range<T>(string Name, Func<T, bool> Holds);
}
