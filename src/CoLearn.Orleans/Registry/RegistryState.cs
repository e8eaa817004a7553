using System.Collections.Immutable;

namespace CoLearn.Registry;

/// <summary>The running collectives, and each site's newest silo.</summary>
[GenerateSerializer, Immutable, Alias("colearn.RegistryState")]
internal sealed record RegistryState
{
    [Id(0)]
    public ImmutableSortedSet<string> Collectives { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    [Id(1)]
    public ImmutableSortedDictionary<string, SiteEntry> Sites { get; init; } = ImmutableSortedDictionary.Create<string, SiteEntry>(StringComparer.Ordinal);

    /// <summary>The newest start of a site wins; who renews its entry changes nothing but its address.</summary>
    public RegistryState Announce(SiteEntry entry)
        => Sites.TryGetValue(entry.Site, out var known) && (IsNewer(known, entry) || (known.Silo.Equals(entry.Silo) && known.WeightsAddress == entry.WeightsAddress))
            ? this
            : this with { Sites = Sites.SetItem(entry.Site, entry) };

    public RegistryState Withdraw(SiteEntry entry)
        => Sites.TryGetValue(entry.Site, out var known) && known.Silo.Equals(entry.Silo) ? this with { Sites = Sites.Remove(entry.Site) } : this;

    /// <summary>Two that started at once do not take each other's place for ever.</summary>
    private static bool IsNewer(SiteEntry one, SiteEntry other)
        => one.Started > other.Started || (one.Started == other.Started && one.Silo.CompareTo(other.Silo) > 0);
}
