using System.Net;
using System.Net.Sockets;
using System.Text;
using CoLearn.Ledger;
using CoLearn.ModelLibrary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CoLearn;

/// <summary>A file beside the cluster whose learners confirmed its records.</summary>
public sealed class VerifyClusterTests : IAsyncLifetime
{
    private readonly int gateway = FreePort();
    private readonly IHost silo;

    public VerifyClusterTests()
    {
        var hosting = Host.CreateEmptyApplicationBuilder(null);
        hosting.UseOrleans(builder => builder
            .UseLocalhostClustering(FreePort(), gateway)
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback)
            .AddCoLearn(site => site.Host<NeedleModel>("ann").Host<NeedleModel>("bob")));
        silo = hosting.Build();
    }

    private string Address => FormattableString.Invariant($"localhost:{gateway}");

    private Collective Collective => silo.Services.GetRequiredService<IGrainFactory>().GetCollective("needles");

    public Task InitializeAsync() => silo.StartAsync();

    public async Task DisposeAsync()
    {
        await silo.StopAsync();
        silo.Dispose();
    }

    [Fact]
    public async Task Verify_ExportOfTheCluster_AgreesWithEveryLearner()
    {
        var lines = await RunAsync(3);

        var screen = await VerifyAsync(lines);

        Assert.True(screen.ExitCode == 0, screen.Error);
        Assert.Equal(
            ["✓ Every record has its hash and continues the one before.", "✓ Learner 'ann' agrees: it confirmed record 3.", "✓ Learner 'bob' agrees: it confirmed record 3.", ""],
            screen.Output.Split('\n')[2..]);
    }

    [Fact]
    public async Task Verify_TailCut_NamesTheRoundsThatAreLacking()
    {
        var lines = await RunAsync(3);
        lines.RemoveRange(3, 2);

        var screen = await VerifyAsync(lines);

        Assert.Equal((1, ""), (screen.ExitCode, screen.Error));
        Assert.Contains("✗ Learner 'ann' confirmed round 3, and the file lacks rounds 2 to 3: it is an older export, or its tail was cut.\n", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AllRewritten_IsWholeAndContradicted()
    {
        var lines = await RunAsync(2);
        var previous = RecordHash.None;
        var rewritten = await ReadAsync(lines);
        using var file = new MemoryStream();
        var writer = new LedgerWriter(file);
        foreach (var record in rewritten)
        {
            var forged = DrawnLedger.Sealed(record.Facts with { Approvals = 7, PreviousHash = previous });
            previous = forged.Hash;
            await writer.WriteAsync(forged);
        }

        Assert.Equal(0, (await VerifyAsync([lines[0], Text(file)], cluster: false)).ExitCode);
        var screen = await VerifyAsync([lines[0], Text(file)], json: true);

        Assert.Equal(1, screen.ExitCode);
        Assert.Empty(screen.Json["findings"]!.AsArray());
        Assert.Equal(
            [("ann", "contradicts", 2, rewritten[^1].Hash), ("bob", "contradicts", 2, rewritten[^1].Hash)],
            screen.Json["cluster"]!["learners"]!.AsArray().Select(one => ((string?)one!["learner"], (string?)one["verdict"], (int)one["round"]!, (string?)one["head"])));
    }

    [Fact]
    public async Task Verify_HeaderOfAnotherSeed_IsADifference()
    {
        var lines = await RunAsync(1);
        lines[0] = lines[0].Replace("\"seed\":5", "\"seed\":6", StringComparison.Ordinal);

        var screen = await VerifyAsync(lines);

        Assert.Equal(1, screen.ExitCode);
        Assert.Contains("✗ The seed in the header is 6, and the cluster's is 5.\n", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_CollectiveThatTheClusterDoesNotKnow_IsADifference()
    {
        var lines = await RunAsync(1);
        lines[0] = lines[0].Replace("\"needles\"", "\"others\"", StringComparison.Ordinal);

        var screen = await VerifyAsync(lines, json: true);

        Assert.Equal(1, screen.ExitCode);
        Assert.Equal("The cluster does not know collective 'others'.", (string?)Assert.Single(screen.Json["cluster"]!["differences"]!.AsArray()));
    }

    [Theory]
    [InlineData("localhost:1")]
    [InlineData("redis://localhost:1")]
    [InlineData("no-such-host.invalid:30000")]
    public async Task Verify_ClusterThatIsNotThere_ShowsTheFileAndEndsWith3(string address)
    {
        using var scratch = new Scratch();
        var ledger = DrawnLedger.Of(2, 1);

        var screen = await Screen.RunAsync("ledger", "verify", scratch.File(string.Concat(await ledger.LinesAsync())), "--cluster", address);

        Assert.Equal(3, screen.ExitCode);
        Assert.StartsWith($"The cluster 'default' at {address} cannot be reached: ", screen.Error, StringComparison.Ordinal);
        Assert.Single(screen.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", screen.Error, StringComparison.Ordinal);
        Assert.Contains("✓ Every record has its hash", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ClusterOfAnotherId_EndsWith3()
    {
        var screen = await VerifyAsync(await RunAsync(1), more: ["--cluster-id", "another"]);

        Assert.Equal(3, screen.ExitCode);
        Assert.Equal($"The cluster 'another' at {Address} cannot be reached: what listens there is no silo of a cluster with that id.\n", screen.Error);
    }

    [Fact]
    public async Task Verify_TamperedAndNoCluster_EndsWith1()
    {
        var lines = await DrawnLedger.Of(3, 1).LinesAsync();
        lines.RemoveAt(2);
        using var scratch = new Scratch();

        var screen = await Screen.RunAsync("ledger", "verify", scratch.File(string.Concat(lines)), "--cluster", "localhost:1", "--json");

        Assert.Equal((1, 1), (screen.ExitCode, (int)screen.Json["exitCode"]!));
        Assert.NotNull((string?)screen.Json["cluster"]!["problem"]);
    }

    private async Task<List<string>> RunAsync(int rounds)
    {
        await Collective.CreateAsync(new("needle", ["ann", "bob"]) { Seed = 5 });
        var records = await Collective.RunAsync(rounds).ToListAsync();
        // Learners are told of the outcome when it is saved, and nobody waits for that.
        while ((await Collective.LearnersAsync()).Any(reply => reply.Status!.Head != records[^1].Hash))
            await Task.Yield();
        using var file = new MemoryStream();
        await Collective.ExportAsync(file);
        return [.. Text(file)[..^1].Split('\n').Select(line => line + "\n")];
    }

    private async Task<Screen> VerifyAsync(List<string> lines, bool cluster = true, bool json = false, string[]? more = null)
    {
        using var scratch = new Scratch();
        string[] arguments = [.. cluster ? ["--cluster", Address] : Array.Empty<string>(), .. json ? ["--json"] : Array.Empty<string>(), .. more ?? []];
        return await Screen.RunAsync(["ledger", "verify", scratch.File(string.Concat(lines)), .. arguments]);
    }

    private static async Task<List<RoundRecord>> ReadAsync(List<string> lines)
    {
        var reader = new LedgerReader(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines))));
        var records = new List<RoundRecord>();
        while (await reader.ReadAsync() is { } line)
        {
            if (line.Record is { } record)
                records.Add(record);
        }

        return records;
    }

    private static string Text(MemoryStream file) => Encoding.UTF8.GetString(file.ToArray());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
