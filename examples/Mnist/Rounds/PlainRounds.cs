namespace CoLearn.Examples.Mnist;

/// <summary>One aligned line a round and nothing else: for files, pipes and logs.</summary>
internal sealed class PlainRounds(TextWriter output) : IRoundView
{
    public async Task FollowAsync(RoundTable table, IAsyncEnumerable<RoundRecord> rounds, int total)
    {
        await output.WriteLineAsync(table.Legend);
        await WriteAsync(table.Header);
        await foreach (var round in rounds)
        {
            await WriteAsync(table.Row(round));
            foreach (var note in RoundTable.Notes(round))
                await output.WriteLineAsync($"       {note}");
        }
    }

    private Task WriteAsync(IEnumerable<Cell> cells) => output.WriteLineAsync(string.Concat(cells.Select(cell => cell.Text)).TrimEnd());
}
