using System.Net;
using CoLearn.Benchmarks.Chaos;
using CoLearn.Hosting;
using CoLearn.ModelLibrary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoLearn;

/// <summary>A silo that is a pod, as far as it can tell.</summary>
public sealed class UseKubernetesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly (string Name, string Value)[] pod = [("POD_NAME", "site-0"), ("POD_NAMESPACE", "space"), ("POD_IP", "127.0.0.1")];

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-pod-");
    private readonly int gateway = RedisServer.FreePort();
    private readonly Lines output = new();
    private readonly StringWriter error = new();

    public UseKubernetesTests()
    {
        foreach (var (name, value) in pod)
            Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, _) in pod)
            Environment.SetEnvironmentVariable(name, null);
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Silo_ThatIsAPod_BearsItsNameAndLabelsItAndWatchesTheOthers()
    {
        await using var api = await KubernetesApi.StartAsync("space", "site-0");
        using var stop = new CancellationTokenSource();
        var silo = RunAsync(api, "true", stop.Token);
        Assert.StartsWith("Site 'local' is ready", await output.First.WaitAsync(Patience), StringComparison.Ordinal);
        await api.Watched.Task.WaitAsync(Patience);

        Assert.Equal(["GET pod", "PATCH pod", "GET pods orleans/serviceId=service,orleans/clusterId=cluster"], api.Asked);
        Assert.Equal(("service", "cluster"), (api.Label("orleans/serviceId"), api.Label("orleans/clusterId")));
        Assert.Equal("site-0", await SiloNameAsync());

        await stop.CancelAsync();
        Assert.True(await silo.WaitAsync(Patience) == 0, error.ToString());
    }

    [Fact]
    public async Task Silo_ThatIsToldItIsNone_AsksNothing()
    {
        await using var api = await KubernetesApi.StartAsync("space", "site-0");
        using var stop = new CancellationTokenSource();
        var silo = RunAsync(api, "false", stop.Token);
        await output.First.WaitAsync(Patience);

        Assert.NotEqual("site-0", await SiloNameAsync());
        await stop.CancelAsync();
        Assert.Equal(0, await silo.WaitAsync(Patience));
        Assert.Empty(api.Asked);
    }

    [Fact]
    public async Task Silo_SwitchThatIsNeitherOnNorOff_DoesNotStart()
    {
        await using var api = await KubernetesApi.StartAsync("space", "site-0");

        Assert.Equal(2, await RunAsync(api, "perhaps", CancellationToken.None));
        Assert.Equal("CoLearn:Kubernetes is 'perhaps', but must be 'true' or 'false'.\n", error.ToString());
    }

    [Fact]
    public async Task Silo_OutsideOfKubernetes_DoesNotStartAndSaysWhy()
    {
        Environment.SetEnvironmentVariable("KUBERNETES_SERVICE_HOST", null);
        var program = new CoLearnSiloProgram().Model<NeedleModel>().UseKubernetes();

        Assert.Equal(2, await new SiloProgram(program, directory.FullName, output, error).RunAsync(Settings("true"), CancellationToken.None));
        Assert.Equal(
            "CoLearn:Kubernetes is 'true', but this silo is no pod that has the token of a service account; let its pod mount one, or leave CoLearn:Kubernetes out.\n",
            error.ToString());
    }

    private Task<int> RunAsync(KubernetesApi api, string isPod, CancellationToken cancellation)
    {
        var program = new CoLearnSiloProgram().Model<NeedleModel>().UseKubernetes(kubernetes => kubernetes.GetClientConfiguration = api.Client);
        return new SiloProgram(program, directory.FullName, output, error).RunAsync(Settings(isPod), cancellation);
    }

    private string[] Settings(string isPod) =>
    [
        $"--CoLearn:Kubernetes={isPod}", "--CoLearn:Host:0:Model=needle", "--CoLearn:Host:0:Learner=ann", "--CoLearn:Cluster:ServiceId=service",
        "--CoLearn:Cluster:ClusterId=cluster", "--CoLearn:Cluster:Listen=127.0.0.1", FormattableString.Invariant($"--CoLearn:Cluster:SiloPort={RedisServer.FreePort()}"),
        FormattableString.Invariant($"--CoLearn:Cluster:GatewayPort={gateway}"),
    ];

    private async Task<string> SiloNameAsync()
    {
        var client = Host.CreateEmptyApplicationBuilder(null);
        client.UseOrleansClient(orleans =>
        {
            orleans.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, gateway));
            orleans.Configure<Orleans.Configuration.ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = ("service", "cluster"));
        });
        using var host = client.Build();
        await host.StartAsync();
        var silos = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: true);
        await host.StopAsync();
        return Assert.Single(silos).SiloName;
    }
}
