namespace CoLearn.Learners;

/// <summary>What is wrong with the settings of hosted learners, a sentence each.</summary>
internal static class SettingsCheck
{
    private static readonly HashSet<string> OfTheRule = new(
        [.. typeof(CollectiveRule).GetProperties().Select(property => property.Name), nameof(VotingRuleAttribute.Examples)],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Learners of one model that make the same mistake share its sentence.</summary>
    public static IReadOnlyList<string> Mistakes(IEnumerable<HostedLearner> learners) =>
    [
        .. learners
            .SelectMany(learner => MistakesOf(learner).Select(mistake => (learner.Learner, Kind: (learner.Definition.Name, mistake))))
            .GroupBy(found => found.Kind, found => $"'{found.Learner}'")
            .Select(group => $"The settings of {(group.Count() == 1 ? "learner" : "learners")} {string.Join(", ", group)} of model '{group.Key.Name}' cannot be used: {group.Key.mistake}."),
    ];

    private static IEnumerable<string> MistakesOf(HostedLearner learner) => learner.Settings.GetChildren()
        .Where(setting => setting.Value is { Length: > 0 } && OfTheRule.Contains(setting.Key))
        .Select(setting => $"{setting.Key} is set to '{setting.Value}', but belongs to the collective's rule, which is set when the collective is created (CollectiveSettings.Rule) and nowhere else")
        .Concat(learner.Definition.ReadSettings(learner.Settings).Mistakes);
}
