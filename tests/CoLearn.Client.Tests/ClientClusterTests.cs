using System.Net;
using System.Net.Sockets;
using CoLearn.ModelLibrary;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Messaging;

namespace CoLearn;

/// <summary>A client finds its cluster by its configuration, in the keys of the silos.</summary>
public sealed class ClientClusterTests
{
    [Fact]
    public async Task Client_WithNothingConfigured_LooksForTheGatewayOfThisMachine()
        => Assert.Equal(["gwy.tcp://127.0.0.1:30000/0"], await GatewaysAsync([]));

    [Fact]
    public async Task Client_Localhost_LooksForTheConfiguredGateway()
        => Assert.Equal(
            ["gwy.tcp://127.0.0.7:4321/0"],
            await GatewaysAsync([("Kind", "Localhost"), ("Address", "127.0.0.7"), ("GatewayPort", "4321"), ("SiloPort", "1234")]));

    [Fact]
    public async Task Client_WithAProviderOfItsOwn_KeepsIt()
    {
        string[] own = ["gwy.tcp://127.0.0.9:9/0"];
        Assert.Equal(own, await GatewaysAsync([], before: Own));
        Assert.Equal(own, await GatewaysAsync([], after: Own));
        Assert.Equal(own, await GatewaysAsync([("Kind", "none")], after: Own));
        Assert.Equal(["gwy.tcp://127.0.0.1:30000/0"], await GatewaysAsync([("Kind", "localhost")], before: Own));

        static void Own(IClientBuilder client) => client.UseStaticClustering(new IPEndPoint(IPAddress.Parse("127.0.0.9"), 9));
    }

    [Fact]
    public void Client_Ids_AreThoseOfTheConfigurationElseTheProgramsOwn()
    {
        Assert.Equal(("default", "default"), Ids([]));
        Assert.Equal(("north", "default"), Ids([("ClusterId", "north")]));
        Assert.Equal(("own", "hospitals"), Ids([("ServiceId", "hospitals")], client => client.Configure<ClusterOptions>(cluster => cluster.ClusterId = "own")));

        static (string, string) Ids((string, string)[] settings, Action<IClientBuilder>? before = null)
        {
            using var host = Build(settings, before);
            var ids = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ClusterOptions>>().Value;
            return (ids.ClusterId, ids.ServiceId);
        }
    }

    [Fact]
    public void Client_SettingsThatCannotBeUsed_AreAllNamedAtOnce()
    {
        var error = Assert.Throws<OrleansConfigurationException>(() => Build([("Kind", "redis"), ("Address", "here"), ("GatewayPort", "0"), ("ConnectionString", "pass=word")]));
        Assert.Equal(
            [
                "CoLearn:Cluster:Kind is 'redis', which this program does not have; the program would have to reference CoLearn.Orleans.Redis and to say 'AddCoLearnClient(client => client.UseRedis())'.",
                "CoLearn:Cluster:Address is 'here', but must be an IP address, or a host name that has one, at which others reach this silo.",
                "CoLearn:Cluster:GatewayPort is '0', but must be a whole number from 1 to 65535.",
            ],
            error.Message.Split('\n'));
        Assert.Equal(
            "CoLearn:Cluster:Port is not known; CoLearn:Cluster has Kind, ClusterId, ServiceId, SiloPort, GatewayPort, Address, Listen.",
            Assert.Throws<OrleansConfigurationException>(() => Build([("Port", "1")])).Message);
        Assert.Equal(
            "CoLearn:Cluster:Kind is 'consul', which this program does not have; use 'localhost' or 'none'.",
            Assert.Throws<OrleansConfigurationException>(() => Build([("Kind", "consul")])).Message);
    }

    [Fact]
    public async Task Client_ByConfigurationAlone_RunsARound()
    {
        var (siloPort, gatewayPort) = (FreePort(), FreePort());
        var hosting = Host.CreateEmptyApplicationBuilder(null);
        hosting.UseOrleans(builder => builder
            .UseLocalhostClustering(siloPort, gatewayPort)
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("north", "hospitals"))
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback)
            .AddCoLearn(site => site.Host<NeedleModel>("ann")));
        using var silo = hosting.Build();
        await silo.StartAsync();
        using var client = Build([("GatewayPort", FormattableString.Invariant($"{gatewayPort}")), ("ClusterId", "north"), ("ServiceId", "hospitals")]);
        await client.StartAsync();

        var collective = client.Services.GetRequiredService<IClusterClient>().GetCollective("configured");
        await collective.CreateAsync(new("needle", ["ann"]));
        Assert.Equal(Outcome.Accepted, (await collective.RunRoundAsync()).Outcome);

        await client.StopAsync();
        await silo.StopAsync();
    }

    private static async Task<IEnumerable<string>> GatewaysAsync((string, string)[] settings, Action<IClientBuilder>? before = null, Action<IClientBuilder>? after = null)
    {
        using var host = Build(settings, before, after);
        return (await host.Services.GetRequiredService<IGatewayListProvider>().GetGateways()).Select(gateway => gateway.ToString());
    }

    private static IHost Build((string Key, string Value)[] settings, Action<IClientBuilder>? before = null, Action<IClientBuilder>? after = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => $"CoLearn:Cluster:{setting.Key}", setting => (string?)setting.Value));
        builder.UseOrleansClient(client =>
        {
            before?.Invoke(client);
            client.AddCoLearnClient();
            after?.Invoke(client);
        });
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
