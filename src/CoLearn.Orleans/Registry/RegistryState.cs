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
        => Sites.TryGetValue(entry.Site, out var known) && (known.Started > entry.Started || (known.Silo.Equals(entry.Silo) && known.WeightsAddress == entry.WeightsAddress))
            ? this
            : this with { Sites = Sites.SetItem(entry.Site, entry) };

    public RegistryState Withdraw(SiteEntry entry)
        => Sites.TryGetValue(entry.Site, out var known) && known.Silo.Equals(entry.Silo) ? this with { Sites = Sites.Remove(entry.Site) } : this;
}
