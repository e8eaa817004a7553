using Microsoft.Extensions.Configuration;

namespace CoLearn.Clusters;

/// <summary>The program brings its own.</summary>
internal sealed class OwnGateways : ClientClusterKind
{
    public override string Name => ClusterSettings.Own;

    public override void Use(IClientBuilder client, IConfiguration section)
    {
        // Any Orleans provider, added to the client beside AddCoLearnClient.
    }
}
