namespace CoLearn.Registry;

/// <summary>The cluster as this silo sees it.</summary>
internal sealed class ClusterView(IClusterMembershipService membership, ILocalSiloDetails silo)
{
    /// <summary>Another number after a silo has come or gone; <see langword="null"/> where this one goes, which asks nobody for anything any more.</summary>
    public long? Number => membership.CurrentSnapshot is var seen && seen.GetSiloStatus(silo.SiloAddress) == SiloStatus.Active ? seen.Version.Value : null;

    /// <summary>Whether there is a silo that takes calls: while the last one stops, nobody can be made anew to take them.</summary>
    public bool TakesCalls => membership.CurrentSnapshot.Members.Values.Any(member => member.Status == SiloStatus.Active);
}
