using CoLearn.Registry;

namespace CoLearn.Probe;

/// <summary>What a cluster serves.</summary>
/// <param name="Silos">The addresses of the silos that are active.</param>
/// <param name="Sites">The sites as they announced themselves.</param>
/// <param name="Collectives">The running collectives.</param>
/// <param name="Differences">Where sites do not agree, a sentence each.</param>
internal sealed record ProbeResult(
    IReadOnlyList<string> Silos, IReadOnlyList<SiteEntry> Sites, IReadOnlyList<CollectiveStatus> Collectives, IReadOnlyList<string> Differences)
{
    public bool IsActive(SiteEntry site) => Silos.Contains(Address(site.Silo));

    public static string Address(SiloAddress silo) => silo.Endpoint.ToString();
}
