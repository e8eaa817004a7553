using CoLearn.Clusters;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Hosting;

/// <summary>The program brings its own.</summary>
internal sealed class OwnCluster : ClusterKind
{
    public override string Name => ClusterSettings.Own;

    public override void Use(ISiloBuilder silo, IConfiguration section)
    {
        // See CoLearnSiloProgram.Silo.
    }
}
