using CoLearn.Ledger;
using CoLearn.Registry;

namespace CoLearn.Probe;

/// <summary>Asks a cluster what it serves.</summary>
internal static class Probing
{
    public static async Task<ProbeResult> AskAsync(IClusterClient client, CancellationToken cancellation)
    {
        var silos = await client.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true).WaitAsync(cancellation);
        var registry = client.GetGrain<IRegistryGrain>(0);
        var sites = await registry.Sites().WaitAsync(cancellation);
        var collectives = new List<CollectiveStatus>();
        foreach (var collective in await registry.Collectives().WaitAsync(cancellation))
            collectives.Add(await client.GetCollective(collective).StatusAsync(cancellation));
        return new([.. silos.Keys.Select(ProbeResult.Address).Order(StringComparer.Ordinal)], sites, collectives, [.. Differences(sites)]);
    }

    private static IEnumerable<string> Differences(IReadOnlyList<SiteEntry> sites)
    {
        foreach (var model in sites.SelectMany(site => site.Models.Select(model => (site.Site, Model: model))).GroupBy(one => one.Model.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (Camps(model.Select(one => (one.Site, one.Model.Fingerprint))) is { } fingerprints)
                yield return $"The sites do not agree on the fingerprint of model '{model.Key}': {fingerprints}.";
            if (Camps(model.Select(one => (one.Site, RecordHash.Of(one.Model.Rule)))) is { } rules)
                yield return $"The sites do not agree on the rule of model '{model.Key}': {rules}.";
        }

        foreach (var learner in sites.SelectMany(site => site.Learners.Select(learner => (site.Site, learner))).GroupBy(one => one.learner).Where(group => group.Count() > 1))
            yield return $"Learner '{learner.Key}' is hosted by several sites: {string.Join(", ", learner.Select(one => $"'{one.Site}'"))}.";
    }

    /// <summary>Who has which; <see langword="null"/> where all have the same.</summary>
    private static string? Camps(IEnumerable<(string Site, string Hash)> said)
    {
        var camps = said.GroupBy(one => one.Hash).ToList();
        return camps.Count < 2 ? null : string.Join("; ", camps.Select(camp => $"{Short(camp.Key)} at {string.Join(", ", camp.Select(one => $"'{one.Site}'"))}"));
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
