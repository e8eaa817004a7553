using System.Diagnostics;

namespace CoLearn.Examples.Mnist;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--vote-threshold takes a number above 0 and at most 1, not '0'.", "--vote-threshold", "0")]
    [InlineData("--vote-threshold takes a number above 0 and at most 1, not '1.01'.", "--vote-threshold", "1.01")]
    [InlineData("--vote-threshold takes a number above 0 and at most 1, not '-0.5'.", "--vote-threshold", "-0.5")]
    [InlineData("--vote-threshold takes a number above 0 and at most 1, not 'NaN'.", "--vote-threshold", "NaN")]
    [InlineData("--vote-threshold takes a number above 0 and at most 1, not '0,5'.", "--vote-threshold", "0,5")]
    [InlineData("--learners takes a whole number, 1 or more, not '0'.", "--learners", "0")]
    [InlineData("--learners takes a whole number, 1 or more, not '2.5'.", "--learners", "2.5")]
    [InlineData("--learners takes a whole number, 1 or more, not 'five'.", "--learners", "five")]
    [InlineData("--rounds takes a whole number, 0 or more, not '-1'.", "--rounds", "-1")]
    [InlineData("--rounds takes a whole number, 0 or more, not '99999999999'.", "--rounds", "99999999999")]
    [InlineData("--batch-size takes a whole number, 1 or more, not '0'.", "--batch-size", "0")]
    [InlineData("--learning-rate takes a number above 0, not '0'.", "--learning-rate", "0")]
    [InlineData("--learning-rate takes a number above 0, not '-1e-3'.", "--learning-rate", "-1e-3")]
    [InlineData("--learning-rate takes a number above 0, not 'Infinity'.", "--learning-rate", "Infinity")]
    [InlineData("--learning-rate takes a number above 0, not '0,001'.", "--learning-rate", "0,001")]
    [InlineData("--vote-examples takes a whole number, 1 or more, not '0'.", "--vote-examples", "0")]
    [InlineData("--epochs takes a whole number, 1 or more, not '0'.", "--epochs", "0")]
    [InlineData("--proposal-batches takes a whole number, 1 or more, not '0'.", "--proposal-batches", "0")]
    [InlineData("--epochs and --proposal-batches both say how long a proposer trains; give one of them.", "--epochs", "1", "--proposal-batches", "5")]
    [InlineData("--seed takes a whole number, not 'x'.", "--seed", "x")]
    [InlineData("--threads takes a whole number, 1 or more, not '0'.", "--threads", "0")]
    [InlineData("--model takes tutorial or cnn, not 'resnet'.", "--model", "resnet")]
    [InlineData("--strategy takes turns or average, not 'mean'.", "--strategy", "mean")]
    [InlineData("--contributors takes a whole number, 1 or more, not '0'.", "--strategy", "average", "--contributors", "0")]
    [InlineData("--contributors needs --strategy average; in turns one learner proposes a round.", "--contributors", "3")]
    [InlineData("--contributors 4 is more than the learners there are, 3.", "--strategy", "average", "--contributors", "4", "--learners", "3")]
    [InlineData("--strategy average trains learners together, and --individual each alone; give one of them.", "--strategy", "average", "--individual")]
    [InlineData("--ties takes byloss or reject or approve, not 'maybe'.", "--ties", "maybe")]
    [InlineData("The directory '/no/such/digits' of --data does not exist.", "--data", "/no/such/digits")]
    [InlineData("The file '/no/dir/r.json' of --json cannot be written: its directory does not exist, or it is one itself.", "--json", "/no/dir/r.json")]
    [InlineData("The file '/no/dir/l.jsonl' of --ledger cannot be written: its directory does not exist, or it is one itself.", "--ledger", "/no/dir/l.jsonl")]
    [InlineData("The file '/no/dir/p.png' of --plot cannot be written: its directory does not exist, or it is one itself.", "--plot", "/no/dir/p.png")]
    [InlineData("The file '/' of --json cannot be written: its directory does not exist, or it is one itself.", "--json", "/")]
    [InlineData("--plot takes a file that ends in .png or .svg, not 'picture.jpg'.", "--plot", "picture.jpg")]
    [InlineData("--compare needs a value.", "--compare")]
    [InlineData("--compare runs nothing and takes results files alone; leave out --seed.", "--compare", "r.json", "--seed", "2")]
    [InlineData("There is no option '--round'; --help lists them.", "--round", "5")]
    [InlineData("There is no option 'tutorial'; --help lists them.", "tutorial")]
    [InlineData("There is no option '@options'; --help lists them.", "@options")]
    [InlineData("--rounds needs a value.", "--rounds")]
    [InlineData("--rounds takes a whole number, 0 or more, not '--learners'.", "--rounds", "--learners", "5")]
    [InlineData("--rounds is given more than once.", "--rounds", "5", "--rounds", "6")]
    public async Task Example_WrongArguments_PrintsOneSentenceAndEndsWith2(string sentence, params string[] arguments)
    {
        var screen = new Screen();

        var exitCode = await screen.RunAsync(arguments);

        Assert.Equal(sentence + "\n", screen.Error);
        Assert.Equal("", screen.Output);
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public void Reader_NoArguments_HasTheDocumentedDefaults()
    {
        var options = Read();

        Assert.Equal(
            new ExampleOptions
            {
                Model = "tutorial",
                Learners = 5,
                Rounds = 20,
                Strategy = "turns",
                Contributors = null,
                VoteThreshold = 0.5,
                Ties = Ties.ByLoss,
                BatchSize = 64,
                LearningRate = 0.001,
                VoteExamples = null,
                Epochs = 1,
                ProposalBatches = null,
                Seed = 1,
                Threads = Environment.ProcessorCount,
                Data = Path.Combine(AppContext.BaseDirectory, "data"),
                Json = null,
                Ledger = null,
                Plot = Path.Combine("out", "mnist-rounds.png"),
                Trace = false,
                Individual = false,
                Compare = null,
            },
            options);
    }

    [Fact]
    public void Reader_EveryOption_IsRead()
    {
        using var scratch = new Scratch();

        var options = Read(
            "--model", "cnn", "--learners", "3", "--rounds", "0", "--strategy", "average", "--contributors", "2",
            "--vote-threshold", "1", "--ties", "approve", "--batch-size", "8",
            "--learning-rate=1e-2", "--vote-examples", "50", "--proposal-batches", "4", "--seed", "-9", "--threads", "1",
            "--data", scratch.Path, "--json", scratch.File("r.json"), "--ledger", scratch.File("l.jsonl"), "--plot", scratch.File("p.SVG"), "--trace");

        Assert.Equal(
            new ExampleOptions
            {
                Model = "cnn",
                Learners = 3,
                Rounds = 0,
                Strategy = "average",
                Contributors = 2,
                VoteThreshold = 1,
                Ties = Ties.Approve,
                BatchSize = 8,
                LearningRate = 0.01,
                VoteExamples = 50,
                Epochs = 1,
                ProposalBatches = 4,
                Seed = -9,
                Threads = 1,
                Data = scratch.Path,
                Json = scratch.File("r.json"),
                Ledger = scratch.File("l.jsonl"),
                Plot = scratch.File("p.SVG"),
                Trace = true,
            },
            options);
    }

    [Fact]
    public void Reader_Individual_IsRead() => Assert.True(Read("--individual").Individual);

    [Fact]
    public void Reader_Compare_TakesSeveralFiles() => Assert.Equal(["a.json", "b.json"], Read("--compare", "a.json", "b.json").Compare);

    [Fact]
    public async Task Example_Help_ListsEveryOptionAndEndsWith0()
    {
        var screen = new Screen();

        var exitCode = await screen.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Equal("", screen.Error);
        foreach (var option in new[]
        {
            "--model <tutorial|cnn>", "--learners", "--rounds", "--strategy <turns|average>", "--contributors", "--vote-threshold",
            "--ties <byloss|reject|approve>", "--batch-size",
            "--learning-rate", "--vote-examples", "--epochs", "--proposal-batches", "--seed", "--threads", "--data <DIR>", "--json <FILE>",
            "--ledger <FILE>", "--plot <FILE>", "--trace", "--individual", "--compare <FILE>",
        })
        {
            Assert.Contains(option, screen.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Process_WrongArguments_PrintsOneSentenceAndEndsWith2()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Example).Assembly.Location, "--learners", "0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal("--learners takes a whole number, 1 or more, not '0'.", error.TrimEnd());
        Assert.Equal("", await output);
        Assert.Equal(2, process.ExitCode);
    }

    private static ExampleOptions Read(params string[] arguments)
    {
        using var error = new StringWriter();
        var (options, exitCode) = new CommandLineReader().Read(arguments, TextWriter.Null, error);
        Assert.Equal("", error.ToString());
        Assert.Equal(0, exitCode);
        return options!;
    }
}
