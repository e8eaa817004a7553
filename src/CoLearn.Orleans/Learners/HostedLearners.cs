namespace CoLearn.Learners;

/// <summary>The learners that this silo hosts, by model and name.</summary>
internal sealed class HostedLearners(IEnumerable<HostedLearner> learners)
{
    private readonly Dictionary<(string Model, string Learner), HostedLearner> byName = Unique(learners);

    public IReadOnlyList<string> Names => [.. byName.Keys.Select(key => $"{key.Model}/{key.Learner}").Order(StringComparer.Ordinal)];

    public HostedLearner? Find(string model, string learner) => byName.GetValueOrDefault((model, learner));

    private static Dictionary<(string Model, string Learner), HostedLearner> Unique(IEnumerable<HostedLearner> learners)
    {
        var byName = new Dictionary<(string Model, string Learner), HostedLearner>();
        foreach (var learner in learners)
        {
            if (!byName.TryAdd((learner.Definition.Name, learner.Learner), learner))
                throw new InvalidOperationException($"Learner '{learner.Learner}' of model '{learner.Definition.Name}' is hosted twice on this silo; give each learner a name of its own.");
        }

        return byName;
    }
}
