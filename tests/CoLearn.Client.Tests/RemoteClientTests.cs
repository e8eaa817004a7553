using System.Net;
using System.Net.Sockets;
using CoLearn.ModelLibrary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CoLearn;

/// <summary>A client that reaches a silo over a real connection.</summary>
public sealed class RemoteClientTests : IAsyncLifetime
{
    private readonly IHost silo;
    private readonly IHost client;

    public RemoteClientTests()
    {
        var (siloPort, gatewayPort) = (FreePort(), FreePort());
        var hosting = Host.CreateEmptyApplicationBuilder(null);
        hosting.UseOrleans(builder => builder
            .UseLocalhostClustering(siloPort, gatewayPort)
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback)
            .AddCoLearn(site => site.Host<NeedleModel>("ann").Host<NeedleModel>("bob")));
        silo = hosting.Build();
        var calling = Host.CreateEmptyApplicationBuilder(null);
        calling.UseOrleansClient(builder => builder.UseLocalhostClustering(gatewayPort).AddCoLearnClient());
        client = calling.Build();
    }

    private IClusterClient Cluster => client.Services.GetRequiredService<IClusterClient>();

    public async Task InitializeAsync()
    {
        await silo.StartAsync();
        await client.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await client.StopAsync();
        await silo.StopAsync();
        client.Dispose();
        silo.Dispose();
    }

    [Fact]
    public async Task Client_OverAConnection_CreatesRunsFollowsAndReads()
    {
        var collective = Cluster.GetCollective("remote");
        var created = await collective.CreateAsync(new("needle", ["ann", "bob"]) { Seed = 3 });
        var records = await collective.RunAsync(70).ToListAsync();

        Assert.Equal((CollectivePhase.Idle, 0), (created.Phase, created.Round));
        Assert.Equal(Enumerable.Range(1, 70), records.Select(record => record.Index));
        Assert.Equal(70, NeedleModel.StepsOf(await collective.WeightsAsync()));
        Assert.Equal(records[^1].Hash, (await collective.Rounds(from: 0).Take(71).LastAsync()).Hash);
        Assert.Equal(5, (await collective.Events(new(2, 0)).Take(5).ToListAsync()).Count);
    }

    [Fact]
    public async Task Client_CollectiveThatDoesNotExist_SaysSo()
    {
        var error = await Assert.ThrowsAsync<CollectiveException>(() => Cluster.GetCollective("ghost").RunRoundAsync());
        Assert.Equal("Collective 'ghost' does not exist; create it first.", error.Message);
        Assert.Empty(await Cluster.GetCollective("ghost").Rounds().ToListAsync());
    }

    [Fact]
    public async Task Client_RuleThatCannotWork_IsRefusedWithAllMistakes()
    {
        var settings = new CollectiveSettings("needle", ["ann"]) { Rule = new() { Threshold = 1.5, MinGain = double.NaN } };
        var error = await Assert.ThrowsAsync<CollectiveException>(() => Cluster.GetCollective("bad").CreateAsync(settings));
        Assert.Equal("Collective 'bad' cannot start: the vote threshold is 1.5; it must be above 0 and at most 1; MinGain is NaN; it must be a finite number, at least 0.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("-a")]
    [InlineData("héllo")]
    public void GetCollective_NoName_IsRefused(string id)
        => Assert.Contains("not '" + id + "'", Assert.Throws<ArgumentException>(() => Cluster.GetCollective(id)).Message);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
