using CoLearn.Clusters;
using Microsoft.Extensions.Configuration;

namespace CoLearn;

/// <summary>
/// A way in which the silos of a cluster find each other, chosen by <c>CoLearn:Cluster:Kind</c>. It is given the section <c>CoLearn:Cluster</c>.
/// Cluster id, service id, ports and address are set for it.
/// </summary>
public abstract class ClusterKind : IClusterKind
{
    /// <summary>Its name in the configuration, such as <c>redis</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The keys of the section that it knows, besides <c>Kind</c>, <c>ClusterId</c>, <c>ServiceId</c>, <c>SiloPort</c>, <c>GatewayPort</c>, <c>Address</c> and <c>Listen</c>.</summary>
    /// <value>None by default.</value>
    public virtual IReadOnlyList<string> Keys => [];

    /// <summary>What is wrong with the section.</summary>
    /// <param name="section">The section <c>CoLearn:Cluster</c>.</param>
    /// <returns>A sentence each, never with a secret; empty where all can be used.</returns>
    public virtual IEnumerable<string> Mistakes(IConfiguration section) => [];

    /// <summary>Lets a silo find the others.</summary>
    /// <param name="silo">The silo's builder.</param>
    /// <param name="section">The section, in which no mistakes are.</param>
    public abstract void Use(ISiloBuilder silo, IConfiguration section);

    /// <summary>Looks whether what the silos are listed in can be reached.</summary>
    /// <param name="section">The section, in which no mistakes are.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Why it cannot be reached, in a sentence without secrets; <see langword="null"/> where it can.</returns>
    public virtual Task<string?> ProblemAsync(IConfiguration section, CancellationToken cancellation) => Task.FromResult<string?>(null);
}
