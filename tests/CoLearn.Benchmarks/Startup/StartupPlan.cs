using System.Text.Json;

namespace CoLearn.Benchmarks.Startup;

/// <summary>What a program that is timed from its start is told on its command line, as JSON.</summary>
internal sealed record StartupPlan
{
    public required StartedProgram Program { get; init; }

    /// <summary>Where the digits are.</summary>
    public string Directory { get; init; } = string.Empty;

    /// <summary>How many batches the proposer trains; 0 for an epoch.</summary>
    public int Batches { get; init; }

    /// <summary>Whether the plain program evaluates on as many threads as there are processors, each of which uses one; else one after another on all.</summary>
    public bool SideBySide { get; init; }

    public string ToText() => JsonSerializer.Serialize(this);

    public static StartupPlan Parse(string text) => JsonSerializer.Deserialize<StartupPlan>(text)!;
}
