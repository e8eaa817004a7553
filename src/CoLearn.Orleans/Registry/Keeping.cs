using System.Collections.Concurrent;
using CoLearn.Collectives;
using CoLearn.Exchange;
using Microsoft.Extensions.Logging;

namespace CoLearn.Registry;

/// <summary>
/// Lets accepted weights be held by two silos where there are two, also where all learners are on one: for each collective two sites are its keepers, and
/// the silo of one that lacks the weights fetches them.
/// </summary>
internal sealed partial class Keeping(IGrainFactory grains, IClusterMembershipService membership, IWeightsStore weights, ILogger<Keeping> log)
{
    private const int Keepers = 2;

    /// <summary>What is here already, by collective: weights are large, and looking whether they are there may mean to read them.</summary>
    private readonly ConcurrentDictionary<string, string> kept = [];

    private HashSet<string> known = [];

    /// <summary>Wakes the running collectives, and keeps what this silo is to keep of them and of those that have ended since the last look.</summary>
    public async Task LookAsync(SiteEntry mine, IReadOnlyList<SiteEntry> sites, IReadOnlyList<string> running)
    {
        var members = membership.CurrentSnapshot;
        SiteEntry[] living = [.. sites.Where(site => members.GetSiloStatus(site.Silo) == SiloStatus.Active)];
        var ended = known.Except(running).ToArray();
        known = [.. running];
        foreach (var collective in kept.Keys.Except(running).Except(ended))
            kept.TryRemove(collective, out _);
        await Task.WhenAll(running.Concat(ended).Select(LookAsync));

        async Task LookAsync(string collective)
        {
            var accepted = await grains.GetGrain<ICollectiveGrain>(collective).Wake();
            // The watch goes on while large weights arrive.
            if (accepted is not null && kept.GetValueOrDefault(collective) != accepted.Hash && KeepersOf(collective, accepted.Model, living).Contains(mine.Site))
                _ = KeepAsync(collective, accepted);
        }
    }

    /// <summary>Sites with learners of the model hold the weights as a rule; among equals, collectives spread over the sites.</summary>
    /// <returns>Two sites, the same ones wherever it is asked; none where there is only one.</returns>
    internal static IEnumerable<string> KeepersOf(string collective, string model, IReadOnlyList<SiteEntry> sites) => sites.Count < Keepers ? [] : sites
        .OrderBy(site => site.Models.Any(hosted => hosted.Name == model) ? 0 : 1)
        .ThenBy(site => Seed.For(0, site.Site, 0, collective))
        .Select(site => site.Site)
        .Take(Keepers);

    private async Task KeepAsync(string collective, AcceptedWeights accepted)
    {
        try
        {
            if (await weights.GetAsync(new WeightsNeed(new(collective, accepted.Round), accepted.Hash, long.MaxValue, Accepted: true)) is null)
                LogNowhere(log, accepted.Hash.Short(), collective);
            else
                kept[collective] = accepted.Hash;
        }
        catch (Exception error)
        {
            LogUnkept(log, accepted.Hash.Short(), collective, error.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The accepted weights {Hash} of collective '{Collective}' are to be kept here, too, but no silo within reach holds them.")]
    private static partial void LogNowhere(ILogger log, string hash, string collective);

    [LoggerMessage(LogLevel.Warning, "The accepted weights {Hash} of collective '{Collective}' are not kept here: {Reason}")]
    private static partial void LogUnkept(ILogger log, string hash, string collective, string reason);
}
