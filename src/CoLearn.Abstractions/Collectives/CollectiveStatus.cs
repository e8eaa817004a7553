namespace CoLearn;

/// <summary>A collective at a glance.</summary>
[GenerateSerializer, Immutable, Alias("colearn.CollectiveStatus")]
public sealed record CollectiveStatus
{
    /// <summary>The collective's id.</summary>
    [Id(0)]
    public required string Collective { get; init; }

    /// <summary>Grows with every change, to wait for the next one.</summary>
    [Id(1)]
    public required long Version { get; init; }

    /// <summary>Where it is in its life.</summary>
    [Id(2)]
    public required CollectivePhase Phase { get; init; }

    /// <summary>Why it cannot start, in a sentence; <see langword="null"/> unless <see cref="CollectivePhase.Refused"/>.</summary>
    [Id(3)]
    public string? Problem { get; init; }

    /// <summary>The model's name.</summary>
    [Id(4)]
    public string? Model { get; init; }

    /// <summary>The model's fingerprint, once the learners have joined.</summary>
    [Id(5)]
    public string? Fingerprint { get; init; }

    /// <summary>The rule, once the learners have joined.</summary>
    [Id(6)]
    public CollectiveRule? Rule { get; init; }

    /// <summary>The seed.</summary>
    [Id(7)]
    public long Seed { get; init; }

    /// <summary>The learners in the order of their turns.</summary>
    [Id(8)]
    public IReadOnlyList<string> Learners { get; init; } = [];

    /// <summary>Each learner's data in counts, once it has joined.</summary>
    [Id(9)]
    public IReadOnlyDictionary<string, DataSummary> Data { get; init; } = new Dictionary<string, DataSummary>();

    /// <summary>The last finished round; −1 before the first.</summary>
    [Id(10)]
    public int Round { get; init; } = -1;

    /// <summary>The round up to which it runs.</summary>
    [Id(11)]
    public int Target { get; init; } = -1;

    /// <summary>The last record's hash.</summary>
    [Id(12)]
    public string? Head { get; init; }

    /// <summary>The accepted weights' hash; <see langword="null"/> before the initial round.</summary>
    [Id(13)]
    public string? AcceptedHash { get; init; }

    /// <summary>How often each learner's proposal was accepted.</summary>
    [Id(14)]
    public IReadOnlyDictionary<string, int> Accepts { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// The values that each learner trains with, once it has joined, such as <c>BatchSize</c> and <c>LearningRate</c>: what its site sets, else what
    /// the model declares, in the order to show them. Every client of the cluster can read them; paths and other settings of the data are never
    /// among them. Empty for an algorithm of one's own that does not say them.
    /// </summary>
    [Id(15)]
    public IReadOnlyDictionary<string, IReadOnlyList<LearnerSetting>> Settings { get; init; } = new Dictionary<string, IReadOnlyList<LearnerSetting>>();

    /// <summary>Why it stopped before all rounds that were asked for were done, in a sentence; <see langword="null"/> where it did not. Asking for rounds again goes on.</summary>
    [Id(16)]
    public string? StopReason { get; init; }

    /// <summary>What its owners should know, in sentences; such as a learner that was never accepted.</summary>
    [Id(17)]
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Learners that could not be reached in the last round.</summary>
    [Id(18)]
    public IReadOnlyList<string> Lost { get; init; } = [];

    /// <summary>Learners that were invited and could not join, with the reason in a sentence.</summary>
    [Id(19)]
    public IReadOnlyDictionary<string, string> Refused { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it is at an end: <see cref="CollectivePhase.Finished"/>, <see cref="CollectivePhase.Cancelled"/> or <see cref="CollectivePhase.Refused"/>.</summary>
    public bool HasEnded => Phase is CollectivePhase.Finished or CollectivePhase.Cancelled or CollectivePhase.Refused;
}
