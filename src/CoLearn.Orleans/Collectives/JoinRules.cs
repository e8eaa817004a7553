using CoLearn.Exchange;
using CoLearn.Learners;

namespace CoLearn.Collectives;

/// <summary>Whether a learner can take part: it must agree with the first one that joined.</summary>
internal static class JoinRules
{
    /// <summary>Why it cannot, in a sentence; <see langword="null"/> where it can.</summary>
    public static string? Problem(JoinReport report, JoinReport? agreed, CollectiveRule? rule) => report switch
    {
        { Problem: { } problem } => problem,
        _ when agreed is not null && report.Fingerprint != agreed.Fingerprint =>
            $"learner '{report.Learner}' has a model with another fingerprint ({report.Fingerprint.Short()}) than learner '{agreed.Learner}' ({agreed.Fingerprint.Short()}); let both sites run the same model.",
        _ when rule is not null && report.Rule != rule =>
            $"learner '{report.Learner}' declares another rule than learner '{agreed?.Learner}'; name the rule when the collective is created, or let both sites run the same model.",
        { Rule.Strategy: Strategies.Average, Format: not Weights.SafeTensors } =>
            $"the strategy '{Strategies.Average}' needs tensors as weights, but those of learner '{report.Learner}' are of format '{report.Format.Short()}'; use '{Strategies.Turns}'.",
        _ => null,
    };
}
