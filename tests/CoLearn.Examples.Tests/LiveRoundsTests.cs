using Spectre.Console;

namespace CoLearn.Examples.Mnist;

public sealed class LiveRoundsTests
{
    [Fact]
    public async Task LiveRounds_OnATerminal_AreColouredLinesAboveAProgressBar()
    {
        RoundRecord[] rounds = [HandMade.Turn(5, 0), HandMade.Turn(5, 1), HandMade.Turn(5, 2)];

        var shown = await ShownAsync(new RoundTable([.. HandMade.Names(5)], 120), rounds);

        Assert.Contains("\u001b[38;5;2m✓ 0.899\u001b[0m", shown, StringComparison.Ordinal);
        Assert.Contains("\u001b[38;5;9m✗ 0.895\u001b[0m", shown, StringComparison.Ordinal);
        Assert.Contains("of 2", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LiveRounds_OfAverages_ColourWhoTrainedAndTheVoteApart()
    {
        RoundRecord[] rounds = [HandMade.Average(3, 0), HandMade.Average(3, 1), HandMade.Average(3, 2, leftOut: "learner-2")];

        var shown = await ShownAsync(new RoundTable([.. HandMade.Names(3)], 120, average: true), rounds);

        Assert.Contains("\u001b[38;5;39m▸\u001b[0m\u001b[38;5;2m✓ 0.899\u001b[0m", shown, StringComparison.Ordinal);
        Assert.Contains("\u001b[38;5;11mlearner-2 is not in the mean: It was late.\u001b[0m", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 20, 10, 10, 90)]
    [InlineData(2, 20, 10, 14, 86)]
    [InlineData(19, 20, 190, 300, 0)]
    [InlineData(20, 20, 200, 200, 0)]
    public void TimeLeft_RoundsDone_GoesByTheirMean(int done, int total, int lastDone, int now, int left)
        => Assert.Equal(TimeSpan.FromSeconds(left), TimeLeftColumn.Left(done, total, TimeSpan.FromSeconds(lastDone), TimeSpan.FromSeconds(now)));

    [Fact]
    public void TimeLeft_NoRoundDone_IsUnknown() => Assert.Null(TimeLeftColumn.Left(0, 20, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9)));

    private static async Task<string> ShownAsync(RoundTable table, RoundRecord[] rounds)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 120;
        await new LiveRounds(console).FollowAsync(table, RoundTableTests.Each(rounds), total: rounds.Length - 1);
        return output.ToString();
    }
}
