using CoLearn.Rounds;

namespace CoLearn.Collectives;

/// <summary>Whether a collective can be created from its settings; the answer is one sentence with all that is wrong.</summary>
internal static class RuleCheck
{
    public static string? Problem(CollectiveSettings settings, IEnumerable<string> proposerChoices)
    {
        var mistakes = new List<string>();
        if (settings.Learners.Count == 0)
            mistakes.Add("it has no learners");
        mistakes.AddRange(settings.Learners.Where(learner => !Names.IsName(learner))
            .Select(learner => $"'{learner}' is no learner's name (1 to {Names.MaxLength} letters, digits, hyphens, dots or underscores)"));
        mistakes.AddRange(settings.Learners.CountBy(learner => learner).Where(count => count.Value > 1)
            .Select(count => $"learner '{count.Key}' is named {count.Value} times"));
        if (settings.ProposeWithin <= TimeSpan.Zero || settings.VoteWithin <= TimeSpan.Zero)
            mistakes.Add("its deadlines must be longer than 0");
        if (settings.Rule is { } rule)
            mistakes.AddRange(Mistakes(rule, proposerChoices));
        return mistakes.Count == 0 ? null : string.Join("; ", mistakes) + ".";
    }

    public static IEnumerable<string> Mistakes(CollectiveRule rule, IEnumerable<string> proposerChoices)
    {
        if (!(rule.Threshold is > 0 and <= 1) || Tally.Exact(rule.Threshold) == 0)
            yield return $"the vote threshold is {rule.Threshold}; it must be above 0 and at most 1";
        if (!(rule.MinGain >= 0 && double.IsFinite(rule.MinGain)))
            yield return $"MinGain is {rule.MinGain}; it must be a finite number, at least 0";
        if (rule.VoteExamples < 0)
            yield return $"VoteExamples is {rule.VoteExamples}; it must be at least 0";
        if (!Enum.IsDefined(rule.Ties))
            yield return $"Ties is {rule.Ties}; it must be ByLoss, Reject or Approve";
        if (string.IsNullOrWhiteSpace(rule.Criterion))
            yield return "the criterion has no name";
        if (rule.Strategy != "turns")
            yield return $"the strategy '{rule.Strategy}' is not known; use 'turns'";
        var known = proposerChoices.Order(StringComparer.Ordinal).ToArray();
        if (!known.Contains(rule.ProposerChoice))
            yield return $"the proposer choice '{rule.ProposerChoice}' is not registered; use {string.Join(" or ", known.Select(name => $"'{name}'"))}";
    }
}
