using Microsoft.Extensions.Configuration;

namespace CoLearn.Clusters;

/// <summary>The gateway of one silo, on this machine where no other address is named.</summary>
internal sealed class LocalhostGateway : ClientClusterKind
{
    public override string Name => ClusterSettings.Localhost;

    public override void Use(IClientBuilder client, IConfiguration section)
        => client.UseStaticClustering(ClusterSettings.Endpoint(section, "GatewayPort", ClusterSettings.UsualGatewayPort));
}
