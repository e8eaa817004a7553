using CoLearn.Clusters;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Hosting;

/// <summary>One silo, for clients on this machine.</summary>
internal sealed class LocalhostCluster : ClusterKind
{
    public override string Name => ClusterSettings.Localhost;

    // The one silo is the primary one: it has the list of silos itself.
    public override void Use(ISiloBuilder silo, IConfiguration section)
        => silo.UseDevelopmentClustering(ClusterSettings.Endpoint(section, "SiloPort", ClusterSettings.UsualSiloPort));
}
