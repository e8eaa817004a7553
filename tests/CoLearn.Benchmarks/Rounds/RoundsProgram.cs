using System.Globalization;
using static TorchSharp.torch;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>A process of its own for the plain loops, so that neither side has the other's threads. It runs a round for each line that it is given.</summary>
internal static class RoundsProgram
{
    public const string Verb = "plain-rounds";

    /// <summary>Torch's threads belong to the one that computes: this.</summary>
    public static void Run(PlainPlan plan)
    {
        set_num_threads(1);
        var learners = PlainSets.Load(plan.Directory, plan.Learners);
        using var rounds = new PlainRounds(learners, PlainNetworks.Of(plan.Network), plan.Batches);
        Console.WriteLine(rounds.Setting);
        while (Console.ReadLine() is not null)
        {
            var (training, evaluations) = rounds.Run();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{training:R} {evaluations:R}"));
        }
    }
}
