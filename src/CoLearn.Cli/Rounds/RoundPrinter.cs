using CoLearn.Shell;

namespace CoLearn.Rounds;

/// <summary>Prints rounds as they come, for a reader or, an object a line, for a program.</summary>
internal sealed class RoundPrinter(Terminal terminal, IReadOnlyList<string> learners, bool json)
{
    private readonly RoundTable table = new(terminal, learners);

    public async Task PrintAsync(RoundRecord round)
    {
        if (json)
            await terminal.Output.WriteAsync(Json.Line(RoundJson.Content(round)));
        else
            table.Add(round);
        await terminal.Output.FlushAsync();
    }
}
