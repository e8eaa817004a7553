using System.Text.Json;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>What a silo process is told on its command line, as JSON.</summary>
internal sealed record SiloPlan
{
    public required string Site { get; init; }

    public required IReadOnlyList<string> Learners { get; init; }

    /// <summary>Redis for membership and state; <see langword="null"/> for a silo alone, with its state in a file.</summary>
    public string? Redis { get; init; }

    public required int SiloPort { get; init; }

    public required int GatewayPort { get; init; }

    /// <summary>Where weights are, and the state of a silo alone.</summary>
    public required string Directory { get; init; }

    /// <summary>The file in which trainings are noted.</summary>
    public required string Trail { get; init; }

    /// <summary>How long an evaluation takes; a training takes longer.</summary>
    public int BusyMilliseconds { get; init; }

    public int BusyThreads { get; init; } = 1;

    /// <summary>Where the process kills itself; <see langword="null"/> for nowhere.</summary>
    public FaultPoint? KilledAt { get; init; }

    /// <summary>The round in which it does.</summary>
    public int KilledIn { get; init; }

    /// <summary>Whether by SIGTERM instead of SIGKILL.</summary>
    public bool Politely { get; init; }

    /// <summary>The size of the weights of a benchmark that only moves them; 0 for learners that learn.</summary>
    public int WeightsBytes { get; init; }

    /// <summary>Whether these are tensors that are averaged.</summary>
    public bool Averages { get; init; }

    /// <summary>Whether its learners train a network with torch, one at a time and on one thread.</summary>
    public bool Trains { get; init; }

    public string ToText() => JsonSerializer.Serialize(this);

    public static SiloPlan Parse(string text) => JsonSerializer.Deserialize<SiloPlan>(text)!;
}
