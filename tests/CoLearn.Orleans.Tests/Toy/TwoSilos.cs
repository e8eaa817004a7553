using System.Diagnostics;
using CoLearn.ModelLibrary;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Orleans.TestingHost;

namespace CoLearn.Toy;

/// <summary>Two silos and a client in one process: site <c>north</c> hosts ann and bob, site <c>south</c> hosts cy and, alone, walkers. Each holds its own weights.</summary>
public sealed class TwoSilos : IAsyncLifetime
{
    private readonly TracerProvider tracing;

    public TwoSilos()
    {
        tracing = Sdk.CreateTracerProviderBuilder().AddCoLearnInstrumentation().AddInMemoryExporter(Spans).Build();
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddActivityPropagation();
            silo.AddCoLearn(site =>
            {
                string[] hosted = options.SiloName.EndsWith('0') ? ["ann", "bob"] : ["cy"];
                site.Site(hosted.Length == 2 ? "north" : "south");
                foreach (var learner in hosted)
                {
                    site.Host<CompassModel>(learner, Compasses.Settings(8));
                    site.Host<NeedleModel>(learner);
                }

                if (hosted.Length == 1)
                    site.Host<WalkerModel>("dee").Host<WalkerModel>("eve");
            });
        });
        builder.ConfigureClient(client => client.AddCoLearnClient());
        Cluster = builder.Build();
    }

    public InProcessTestCluster Cluster { get; }

    public SynchronizedSpans Spans { get; } = [];

    public Task InitializeAsync() => Cluster.DeployAsync();

    public async Task DisposeAsync()
    {
        await Cluster.DisposeAsync();
        tracing.Dispose();
    }

    /// <summary>The exporter adds spans from any thread.</summary>
    public sealed class SynchronizedSpans : System.Collections.ObjectModel.Collection<Activity>
    {
        private readonly Lock gate = new();

        public IReadOnlyList<Activity> Snapshot()
        {
            lock (gate)
                return [.. this];
        }

        protected override void InsertItem(int index, Activity item)
        {
            lock (gate)
                base.InsertItem(Count, item);
        }
    }
}
