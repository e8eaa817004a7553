using CoLearn.Rounds;

namespace CoLearn.Collectives;

/// <summary>Whether a collective can be created from its settings; the answer is one sentence with all that is wrong.</summary>
internal static class RuleCheck
{
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromDays(30);

    public static string? Problem(CollectiveSettings settings, IEnumerable<string> proposerChoices)
    {
        var mistakes = new List<string>();
        if (settings.Learners.Count == 0)
            mistakes.Add("it has no learners");
        mistakes.AddRange(settings.Learners.Where(learner => !Names.IsName(learner))
            .Select(learner => $"'{learner}' is no learner's name (1 to {Names.MaxLength} letters, digits, hyphens, dots or underscores)"));
        mistakes.AddRange(settings.Learners.CountBy(learner => learner).Where(count => count.Value > 1)
            .Select(count => $"learner '{count.Key}' is named {count.Value} times"));
        if (settings.StopAfter < 0)
            mistakes.Add($"StopAfter is {settings.StopAfter}; it must be at least 0");
        if (settings.StopAtScore is { } score && !double.IsFinite(score))
            mistakes.Add($"StopAtScore is {score}; it must be a finite number");
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
        if (rule.Strategy is not (Strategies.Turns or Strategies.Average))
            yield return $"the strategy '{rule.Strategy}' is not known; use '{Strategies.Turns}' or '{Strategies.Average}'";
        if (rule.Contributors < 0 || rule.MaxExamples < 0)
            yield return $"Contributors is {rule.Contributors} and MaxExamples is {rule.MaxExamples}; both must be at least 0";
        if (!Enum.IsDefined(rule.Abstain))
            yield return $"Abstain is {rule.Abstain}; it must be Counted or Excluded";
        if (!(rule.Quorum is >= 0 and <= 1))
            yield return $"the quorum is {rule.Quorum}; it must be at least 0 and at most 1";
        foreach (var (name, time) in new[] { ("ProposeWithin", rule.ProposeWithin), ("VoteWithin", rule.VoteWithin), ("Grace", rule.Grace) })
        {
            if (time <= TimeSpan.Zero || time > LongestDeadline)
                yield return $"{name} is {time}; it must be longer than 0 and at most {LongestDeadline.TotalDays} days";
        }

        if (!(rule.MaxNorm >= 0 && double.IsFinite(rule.MaxNorm)) || !(rule.MaxDistance >= 0 && double.IsFinite(rule.MaxDistance)))
            yield return $"MaxNorm is {rule.MaxNorm} and MaxDistance is {rule.MaxDistance}; both must be finite numbers, at least 0";
        var known = proposerChoices.Order(StringComparer.Ordinal).ToArray();
        if (!known.Contains(rule.ProposerChoice))
            yield return $"the proposer choice '{rule.ProposerChoice}' is not registered; use {string.Join(" or ", known.Select(name => $"'{name}'"))}";
    }
}
