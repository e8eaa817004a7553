using Orleans.Concurrency;

namespace CoLearn.Registry;

/// <summary>The one list of running collectives and of sites, since grain storage cannot be enumerated; its key is 0.</summary>
[Alias("colearn.IRegistryGrain")]
public interface IRegistryGrain : IGrainWithIntegerKey
{
    /// <summary>Adds a running collective.</summary>
    /// <param name="collective">Its id.</param>
    /// <returns>Completes when it is saved.</returns>
    [Alias("Add")]
    Task Add(string collective);

    /// <summary>Removes a collective that ended.</summary>
    /// <param name="collective">Its id.</param>
    /// <returns>Completes when it is saved.</returns>
    [Alias("Remove")]
    Task Remove(string collective);

    /// <summary>The running collectives.</summary>
    /// <returns>Their ids in ordinal order.</returns>
    [Alias("Collectives"), AlwaysInterleave]
    Task<IReadOnlyList<string>> Collectives();

    /// <summary>Announces a silo, or renews its entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>Completes when it is saved.</returns>
    [Alias("Announce")]
    Task Announce(SiteEntry entry);

    /// <summary>Takes a silo that stops out.</summary>
    /// <param name="entry">Its entry.</param>
    /// <returns>Completes when it is saved.</returns>
    [Alias("Withdraw")]
    Task Withdraw(SiteEntry entry);

    /// <summary>The sites' silos.</summary>
    /// <returns>One entry for each site, the newest start of each.</returns>
    [Alias("Sites"), AlwaysInterleave]
    Task<IReadOnlyList<SiteEntry>> Sites();
}
