using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Clusters;

/// <summary>The gateway of one silo, on this machine where no other address is named.</summary>
internal sealed class LocalhostGateway : ClientClusterKind
{
    public override string Name => ClusterSettings.Localhost;

    public override void Use(IClientBuilder client, IConfiguration section) => client.UseStaticClustering(new IPEndPoint(
        SectionReader.Text(section, "Address") is { } address ? HostAddress.Of(address)! : IPAddress.Loopback,
        SectionReader.Text(section, "GatewayPort") is { } port ? int.Parse(port, CultureInfo.InvariantCulture) : ClusterSettings.UsualGatewayPort));
}
