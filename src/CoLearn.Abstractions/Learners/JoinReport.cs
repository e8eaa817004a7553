namespace CoLearn.Learners;

/// <summary>A learner's report that it takes part, or why it cannot.</summary>
/// <param name="Learner">The learner's name.</param>
/// <param name="Problem">Why it cannot; <see langword="null"/> where it can.</param>
/// <param name="Fingerprint">Its model's fingerprint.</param>
/// <param name="Rule">The rule it would vote by.</param>
/// <param name="Data">Its data in counts.</param>
/// <param name="Format">The name of its weights' format.</param>
/// <param name="MaxBytes">The largest weights that the format takes, in bytes.</param>
/// <param name="Settings">The values it trains with, see <see cref="LearnerSettings.Values"/>; never paths or other settings of its data.</param>
[GenerateSerializer, Immutable, Alias("colearn.JoinReport")]
public sealed record JoinReport(
    [property: Id(0)] string Learner,
    [property: Id(1)] string? Problem,
    [property: Id(2)] string? Fingerprint = null,
    [property: Id(3)] CollectiveRule? Rule = null,
    [property: Id(4)] DataSummary? Data = null,
    [property: Id(5)] string? Format = null,
    [property: Id(6)] long MaxBytes = 0,
    [property: Id(7)] IReadOnlyList<LearnerSetting>? Settings = null);
