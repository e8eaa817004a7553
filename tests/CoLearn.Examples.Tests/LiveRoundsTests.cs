using Spectre.Console;

namespace CoLearn.Examples.Mnist;

public sealed class LiveRoundsTests
{
    [Fact]
    public async Task LiveRounds_OnATerminal_AreColouredLinesAboveAProgressBar()
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
        RoundRecord[] rounds = [HandMade.Turn(5, 0), HandMade.Turn(5, 1), HandMade.Turn(5, 2)];

        await new LiveRounds(console).FollowAsync(new RoundTable([.. HandMade.Names(5)], 120), RoundTableTests.Each(rounds), total: 2);

        var shown = output.ToString();
        Assert.Contains("\u001b[38;5;2m✓ 0.899\u001b[0m", shown, StringComparison.Ordinal);
        Assert.Contains("\u001b[38;5;9m✗ 0.895\u001b[0m", shown, StringComparison.Ordinal);
        Assert.Contains("of 2", shown, StringComparison.Ordinal);
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
}
