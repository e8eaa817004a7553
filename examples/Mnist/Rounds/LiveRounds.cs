using Spectre.Console;

namespace CoLearn.Examples.Mnist;

/// <summary>The table in colours, growing above a progress bar that says how much time is left.</summary>
internal sealed class LiveRounds(IAnsiConsole console) : IRoundView
{
    public async Task FollowAsync(RoundTable table, IAsyncEnumerable<RoundRecord> rounds, int total)
    {
        console.MarkupLineInterpolated($"[grey]{table.Legend}[/]");
        Write(table.Header);
        await console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new TimeLeftColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("the learners get ready", maxValue: total);
                await foreach (var round in rounds)
                {
                    Write(table.Row(round));
                    foreach (var note in RoundTable.Notes(round))
                        console.MarkupLineInterpolated($"       [yellow]{note}[/]");
                    task.Tag = task.ElapsedTime;
                    task.Value = round.Index;
                    task.Description = FormattableString.Invariant($"round {Math.Min(round.Index + 1, total)} of {total}");
                }
            });
    }

    private void Write(IEnumerable<Cell> cells) => console.MarkupLine(string.Concat(cells.Select(Coloured)));

    private static string Coloured(Cell cell)
        => Colour(cell.Tone) is { } colour ? $"[{colour}]{Markup.Escape(cell.Text)}[/]" : Markup.Escape(cell.Text);

    private static string? Colour(Tone tone) => tone switch
    {
        Tone.Faint => "grey",
        Tone.Good => "green",
        Tone.Bad => "red",
        Tone.Proposer => "deepskyblue1",
        _ => null,
    };
}
