namespace CoLearn;

/// <summary>What a learner's configuration comes to, known without its data.</summary>
/// <param name="Values">
/// The values that it trains with, in the order to show them: those that the site sets and those that the model declares. They are sent to the
/// collective, where everybody can read them, so paths and other settings of the data are never among them.
/// </param>
/// <param name="Mistakes">
/// What cannot be used; empty where all can. Each is a clause without a full stop that names key, value and what would work, such as
/// <c>BatchSize is '0', but must be a whole number of at least 1</c>.
/// </param>
public sealed record LearnerSettings(IReadOnlyList<LearnerSetting> Values, IReadOnlyList<string> Mistakes)
{
    /// <summary>No values and no mistakes.</summary>
    public static LearnerSettings None { get; } = new([], []);
}
