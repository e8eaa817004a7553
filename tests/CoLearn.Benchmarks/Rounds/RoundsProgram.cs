using System.Globalization;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>A process of its own for the plain loops, so that neither side has the other's threads. It runs a round for each line that it is given.</summary>
internal static class RoundsProgram
{
    public const string Verb = "plain-rounds";

    public static async Task RunAsync(PlainPlan plan)
    {
        var learners = await PlainSets.LoadAsync(plan.Directory, plan.Learners);
        // Torch's threads belong to the thread that computes.
        var thread = new Thread(() => Answer(learners, plan));
        thread.Start();
        thread.Join();
    }

    private static void Answer(IReadOnlyList<PlainSets> learners, PlainPlan plan)
    {
        using var rounds = new PlainRounds(learners, PlainNetworks.Of(plan.Network), plan.Batches);
        Console.WriteLine(rounds.Setting);
        while (Console.ReadLine() is not null)
        {
            var (training, evaluations) = rounds.Run();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{training:R} {evaluations:R}"));
        }
    }
}
