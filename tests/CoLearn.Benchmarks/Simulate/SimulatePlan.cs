using System.Text.Json;

namespace CoLearn.Benchmarks.Simulate;

/// <summary>What a process with a collective is told on its command line, as JSON.</summary>
/// <param name="Learners">How many there are.</param>
/// <param name="Shares">How many the data is dealt out to.</param>
/// <param name="Rounds">How many rounds are measured.</param>
/// <param name="Data">Where the data is.</param>
internal sealed record SimulatePlan(int Learners, int Shares, int Rounds, string Data)
{
    public string ToText() => JsonSerializer.Serialize(this);

    public static SimulatePlan Parse(string text) => JsonSerializer.Deserialize<SimulatePlan>(text)!;
}
