using System.Net;
using System.Net.Sockets;
using CoLearn.Ledger;
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
    public async Task Export_WhileTheCollectiveGoesOn_IsTheWholeLedgerSoFar()
    {
        var collective = Cluster.GetCollective("kept");
        await collective.CreateAsync(new("needle", ["ann", "bob"]) { Seed = 3 });
        // More than one page of records.
        var records = await collective.RunAsync(70).ToListAsync();
        using var file = new MemoryStream();

        var count = await collective.ExportAsync(file);
        var report = await LedgerCheck.RunAsync(new MemoryStream(file.ToArray()), records[^1].Hash);

        Assert.Empty(report.Findings);
        Assert.Equal((71, 71L, 70, records[^1].Hash), (count, report.Records, report.LastIndex, report.Head));
        var status = await collective.StatusAsync();
        Assert.Equal(new("kept", "needle", status.Fingerprint!, 3, status.Rule!), report.Header);
    }

    [Fact]
    public async Task Export_OfACollectiveThatEnded_IsThereStill()
    {
        var collective = Cluster.GetCollective("ended");
        await collective.CreateAsync(new("needle", ["ann", "bob"]));
        await collective.RunRoundAsync();
        await collective.CancelAsync();
        using var file = new MemoryStream();

        Assert.Equal(2, await collective.ExportAsync(file));
        Assert.Empty((await LedgerCheck.RunAsync(new MemoryStream(file.ToArray()))).Findings);
    }

    [Fact]
    public async Task ExportAndLearners_CollectiveThatDoesNotExist_SaySoAndWriteNothing()
    {
        var collective = Cluster.GetCollective("ghost");
        using var file = new MemoryStream();

        var export = await Assert.ThrowsAsync<CollectiveException>(() => collective.ExportAsync(file));
        var learners = await Assert.ThrowsAsync<CollectiveException>(() => collective.LearnersAsync());

        Assert.All([export, learners], error => Assert.Equal("Collective 'ghost' does not exist; create it first.", error.Message));
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public async Task Learners_AfterARound_HaveConfirmedItsRecord()
    {
        var collective = Cluster.GetCollective("told");
        await collective.CreateAsync(new("needle", ["ann", "bob"]));
        await collective.RunRoundAsync();
        var last = await collective.RunRoundAsync();

        var replies = await collective.LearnersAsync();

        Assert.Equal(["ann", "bob"], replies.Select(reply => reply.Learner));
        // A learner that has not been told of the last round yet stands at the one before.
        Assert.All(replies, reply => Assert.Contains(reply.Status!.Head, new[] { last.Hash, last.Facts.PreviousHash }));
        Assert.All(replies, reply => Assert.Equal(reply.Status!.Head == last.Hash ? 2 : 1, reply.Status.Round));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => collective.LearnersAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task Learners_OneThatNobodyHosts_IsReportedAndTheOthersAnswer()
    {
        var collective = Cluster.GetCollective("half");
        using var stop = new CancellationTokenSource();
        var creating = collective.CreateAsync(new("needle", ["ann", "zoe"]), stop.Token);
        var status = await collective.StatusAsync();
        while (status.Phase == CollectivePhase.Unknown)
            status = await collective.StatusAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => creating);

        var replies = await collective.LearnersAsync();

        Assert.Equal(["ann", "zoe"], replies.Select(reply => reply.Learner));
        Assert.Null(replies[0].Problem);
        Assert.Null(replies[1].Status);
        Assert.StartsWith("Learner 'zoe' of collective 'half' cannot be reached: Learner 'zoe' of model 'needle' is hosted by no site", replies[1].Problem, StringComparison.Ordinal);
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
