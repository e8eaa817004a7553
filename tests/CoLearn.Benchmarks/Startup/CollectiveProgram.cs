using System.Globalization;
using CoLearn.Examples.Mnist;

namespace CoLearn.Benchmarks.Startup;

/// <summary>A collective in one process, as a user starts one.</summary>
internal static class CollectiveProgram
{
    public static async Task RunAsync(StartupPlan plan)
    {
        var options = new LocalOptions { Learners = PlainProgram.Learners, Settings = { ["Path"] = plan.Directory } };
        options.Settings[plan.Batches > 0 ? "Batches" : "Epochs"] = Math.Max(plan.Batches, 1).ToString(CultureInfo.InvariantCulture);
        await using var local = await LocalCollective.StartAsync<CnnModel>(options);
        var proposed = SayProposedAsync(local.Collective);
        var record = await local.Collective.RunRoundAsync();
        await proposed;
        // The plain program trains once.
        if (record.Outcome != Outcome.Accepted)
            throw new InvalidOperationException($"The first proposal was not accepted: {record.Outcome}.");
        Console.WriteLine(StartupProgram.Accepted);
    }

    private static async Task SayProposedAsync(Collective collective)
    {
        await foreach (var happened in collective.Events(new RoundCursor(Round: 1, Sequence: 0)))
        {
            if (happened.Kind != RoundEventKind.Proposal)
                continue;
            Console.WriteLine(StartupProgram.Proposed);
            return;
        }
    }
}
