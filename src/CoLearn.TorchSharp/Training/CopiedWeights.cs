using System.Diagnostics.Metrics;

namespace CoLearn.Training;

/// <summary>How much is copied between weights and modules.</summary>
internal static class CopiedWeights
{
    private static readonly Meter Meter = new("CoLearn");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("colearn.weights.copied", "By", "Weights that were copied into modules or out of them.");

    public static void Add(Weights weights) => Bytes.Add(weights.Bytes.Length);
}
