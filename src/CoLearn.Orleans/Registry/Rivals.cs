using CoLearn.Learners;
using Microsoft.Extensions.Logging;
using Orleans.Core.Internal;

namespace CoLearn.Registry;

/// <summary>
/// Other silos that say to be this silo's site, or to host its learners. Of a site the newest start wins: a silo whose place was taken lets its learners go,
/// and takes the place back when the other one is gone.
/// </summary>
internal sealed partial class Rivals(IGrainFactory grains, IClusterMembershipService membership, ILogger<Rivals> log)
{
    private readonly HashSet<string> told = [];

    private IRegistryGrain Registry => grains.GetGrain<IRegistryGrain>(0);

    /// <summary>Looks whose place is taken when a silo starts, before it announces itself.</summary>
    public async Task MeetAsync(SiteEntry mine)
    {
        if (Another(mine, await Registry.Sites()) is { } before && !before.Silo.Endpoint.Equals(mine.Silo.Endpoint) && !await IsGoneAsync(before.Silo))
            LogBefore(log, mine.Site, before.Silo);
    }

    /// <summary>Looks who has this silo's place, after it announced itself.</summary>
    /// <returns>Whether the place is free again, so that it has to announce itself anew.</returns>
    public async Task<bool> LookAsync(SiteEntry mine, IReadOnlyList<SiteEntry> sites)
    {
        await CompareLearnersAsync(mine, sites);
        if (Another(mine, sites) is not { } newer)
            return false;
        if (await IsGoneAsync(newer.Silo))
        {
            await Registry.Withdraw(newer);
            return true;
        }

        if (told.Add(newer.Silo.ToString()))
            LogNewer(log, mine.Site, newer.Silo, mine.Silo);
        await LetGoAsync(mine);
        return false;
    }

    private static SiteEntry? Another(SiteEntry mine, IReadOnlyList<SiteEntry> sites)
        => sites.FirstOrDefault(site => site.Site == mine.Site && !site.Silo.Equals(mine.Silo));

    private async Task CompareLearnersAsync(SiteEntry mine, IReadOnlyList<SiteEntry> sites)
    {
        foreach (var other in sites.Where(site => site.Site != mine.Site))
        {
            foreach (var learner in other.Learners.Intersect(mine.Learners).Where(learner => !told.Contains(Both(learner, other))))
            {
                if (!await IsGoneAsync(other.Silo) && told.Add(Both(learner, other)))
                    LogShared(log, learner, mine.Site, other.Site);
            }
        }

        static string Both(string learner, SiteEntry other) => $"{learner} {other.Site} {other.Silo}";
    }

    /// <summary>Whoever calls one of them next finds it where the newest silo of the site is.</summary>
    private async Task LetGoAsync(SiteEntry mine)
    {
        var management = grains.GetGrain<IManagementGrain>(0);
        foreach (var model in mine.Models)
        {
            var active = await management.GetActiveGrains(GrainType.Create(LearnerDefinition.GrainType(model.Name)));
            await Task.WhenAll(active
                .Where(learner => mine.Learners.Contains($"{model.Name}/{LearnerKey.Parse(learner.Key.ToString()!).Learner}"))
                .Select(learner => grains.GetGrain<ILearnerGrain>(learner).AsReference<IGrainManagementExtension>().MigrateOnIdle().AsTask()));
        }
    }

    private async Task<bool> IsGoneAsync(SiloAddress silo)
    {
        if (membership.CurrentSnapshot.GetSiloStatus(silo) == SiloStatus.None)
            await membership.Refresh();
        return membership.CurrentSnapshot.GetSiloStatus(silo) is SiloStatus.Dead or SiloStatus.None;
    }

    [LoggerMessage(LogLevel.Warning, "Site '{Site}' is run by silo {Before} already, which has not said that it stopped; this silo takes its place. Where that one still runs, stop one of the two, or give it a site's name of its own.")]
    private static partial void LogBefore(ILogger log, string site, SiloAddress before);

    [LoggerMessage(LogLevel.Error, "Site '{Site}' was started again as silo {Newer}, which has its learners now; this silo, {Silo}, serves none of them as long as that one runs. Stop one of the two, or give it a site's name of its own.")]
    private static partial void LogNewer(ILogger log, string site, SiloAddress newer, SiloAddress silo);

    [LoggerMessage(LogLevel.Error, "Learner '{Learner}' is hosted by site '{Site}', which is this one, and by site '{Other}'; only one may host it.")]
    private static partial void LogShared(ILogger log, string learner, string site, string other);
}
