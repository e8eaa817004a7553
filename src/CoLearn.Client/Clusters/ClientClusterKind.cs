using CoLearn.Clusters;
using Microsoft.Extensions.Configuration;

namespace CoLearn;

/// <summary>
/// A way in which a client finds the silos of a cluster, chosen by <c>CoLearn:Cluster:Kind</c>. It is given the section <c>CoLearn:Cluster</c>, the same that
/// silos read. Cluster id and service id are set for it.
/// </summary>
public abstract class ClientClusterKind : IClusterKind
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

    /// <summary>Lets a client find the silos.</summary>
    /// <param name="client">The client's builder.</param>
    /// <param name="section">The section, in which no mistakes are.</param>
    public abstract void Use(IClientBuilder client, IConfiguration section);
}
