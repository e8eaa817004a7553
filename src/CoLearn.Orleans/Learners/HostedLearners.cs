using CoLearn.Registry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoLearn.Learners;

/// <summary>The learners that this silo hosts, by model and name, with their settings of all layers.</summary>
internal sealed class HostedLearners
{
    private const string Section = "CoLearn:Learners";

    private readonly Dictionary<(string Model, string Learner), HostedLearner> byName = [];

    public HostedLearners(IEnumerable<HostedLearner> learners, IOptions<ComputeOptions> compute, IConfiguration? host = null)
    {
        var ofSilo = new Dictionary<string, string?>();
        if (compute.Value.TrainingThreads > 0)
            ofSilo["Threads"] = FormattableString.Invariant($"{compute.Value.TrainingThreads}");
        var silo = new ConfigurationBuilder().AddInMemoryCollection(ofSilo).Build();
        foreach (var learner in learners)
        {
            var model = learner.Definition.Name;
            IConfiguration[] sections = host is null ? [] : [host.GetSection($"{Section}:{model}"), host.GetSection($"{Section}:{model}:{learner.Learner}")];
            var hosted = learner with { Settings = SettingsLayers.Merge([silo, learner.Settings, .. sections]) };
            if (!byName.TryAdd((model, learner.Learner), hosted))
                throw new InvalidOperationException($"Learner '{learner.Learner}' of model '{model}' is hosted twice on this silo; give each learner a name of its own.");
        }
    }

    public IEnumerable<HostedLearner> All => byName.Values;

    public IReadOnlyList<string> Names => [.. byName.Keys.Select(key => $"{key.Model}/{key.Learner}").Order(StringComparer.Ordinal)];

    /// <summary>The models of the learners.</summary>
    public IReadOnlyList<SiteModel> Models =>
    [
        .. byName.Values.Select(learner => learner.Definition)
            .DistinctBy(definition => definition.Name)
            .OrderBy(definition => definition.Name, StringComparer.Ordinal)
            .Select(definition => new SiteModel(definition.Name, definition.Fingerprint, definition.Rule)),
    ];

    public HostedLearner? Find(string model, string learner) => byName.GetValueOrDefault((model, learner));
}
