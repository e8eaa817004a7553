using System.Globalization;
using System.Net;
using CoLearn.Clusters;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Hosting;

/// <summary>One silo, for clients on this machine.</summary>
internal sealed class LocalhostCluster : ClusterKind
{
    public override string Name => ClusterSettings.Localhost;

    // The one silo is the primary one: it has the list of silos itself.
    public override void Use(ISiloBuilder silo, IConfiguration section) => silo.UseDevelopmentClustering(new IPEndPoint(
        section["Address"] is { Length: > 0 } address ? HostAddress.Of(address)! : IPAddress.Loopback,
        section["SiloPort"] is { Length: > 0 } port ? int.Parse(port, CultureInfo.InvariantCulture) : ClusterSettings.UsualSiloPort));
}
