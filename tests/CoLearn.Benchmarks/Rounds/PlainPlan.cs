using System.Text.Json;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>What the plain program is told on its command line, as JSON.</summary>
/// <param name="Directory">Where the digits are.</param>
/// <param name="Learners">How many they are dealt out to.</param>
/// <param name="Network">Which of the example's networks.</param>
/// <param name="Batches">How many batches a training has; 0 for all.</param>
internal sealed record PlainPlan(string Directory, int Learners, PlainNetwork Network, int Batches)
{
    public string ToText() => JsonSerializer.Serialize(this);

    public static PlainPlan Parse(string text) => JsonSerializer.Deserialize<PlainPlan>(text)!;
}
