using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CoLearn.Benchmarks.Chaos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoLearn;

/// <summary>A silo as a program, from its configuration alone.</summary>
public sealed class SiloProcessTests : IDisposable
{
    private const string Settings =
        """
        {
          "CoLearn": {
            "Site": "hospital-a",
            "Store": "kept",
            "Compute": { "Slots": 2, "TrainingThreads": 1 },
            "Host": [ { "Model": "needle", "Learner": "ann" }, { "Model": "needle", "Learner": "bob" } ]
          }
        }
        """;

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Silo_FromConfiguration_ServesACollectiveAndStopsPolitely()
    {
        scratch.File(Settings, "appsettings.json");
        await using var silo = await SiloProcess.StartAsync(scratch.Path);
        Assert.StartsWith("Site 'hospital-a' is ready: it hosts needle/ann, needle/bob; silo port ", silo.Ready, StringComparison.Ordinal);

        var client = Host.CreateEmptyApplicationBuilder(null);
        client.UseOrleansClient(orleans => orleans.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, silo.GatewayPort)));
        using (var host = client.Build())
        {
            await host.StartAsync();
            var collective = host.Services.GetRequiredService<IGrainFactory>().GetCollective("needles");
            await collective.CreateAsync(new("needle", ["ann", "bob"]));
            Assert.Equal(Outcome.Accepted, (await collective.RunRoundAsync()).Outcome);
            await host.StopAsync();
        }

        var (exitCode, error) = await silo.StopAsync();
        Assert.True(exitCode == 0, error);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(scratch.Path, "kept", "colearn.db")));
    }

    /// <summary>As in a container, whose ports are reached at addresses that it does not know.</summary>
    [Fact]
    public async Task Silo_ThatListensElsewhere_IsReachedAtAnAddressThatItDoesNotCallItsOwn()
    {
        scratch.File(Settings, "appsettings.json");
        var endpoint = RedisServer.FreePort();
        await using var silo = await SiloProcess.StartAsync(
            scratch.Path, "--CoLearn:Cluster:Address=127.0.0.2", "--CoLearn:Cluster:Listen=127.0.0.1", FormattableString.Invariant($"--CoLearn:Endpoint:Url=http://127.0.0.1:{endpoint}"));

        var client = Host.CreateEmptyApplicationBuilder(null);
        client.UseOrleansClient(orleans => orleans.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, silo.GatewayPort)));
        using (var host = client.Build())
        {
            await host.StartAsync();
            var statuses = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
            Assert.Equal(IPAddress.Parse("127.0.0.2"), Assert.Single(statuses).Key.Endpoint.Address);
            await host.StopAsync();
        }

        using var http = new HttpClient { BaseAddress = new(FormattableString.Invariant($"http://127.0.0.1:{endpoint}")) };
        Assert.Equal("ready", await http.GetStringAsync("/colearn/health/ready"));
    }

    [Fact]
    public async Task Silo_OtlpVariables_SendWhatItMeasures()
    {
        scratch.File(Settings, "appsettings.json");
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();

        await using var silo = await SiloProcess.StartAsync(
            scratch.Path,
            $"--OTEL_EXPORTER_OTLP_ENDPOINT=http://{collector.LocalEndpoint}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "--OTEL_METRIC_EXPORT_INTERVAL=200");
        using var connection = await collector.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromMinutes(1));
        using var reader = new StreamReader(connection.GetStream());

        Assert.StartsWith("POST /v1/", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silo_WrongConfiguration_PrintsAllMistakesAtOnceAndEndsWith2()
    {
        scratch.File(
            """
            {
              "CoLearn": {
                "Sit": "x",
                "Site": "hospital a",
                "Compute": { "Slots": 0, "Threads": 2 },
                "Watch": { "Every": "soon" },
                "Kubernetes": true,
                "Cluster": { "Kind": "redis", "SiloPort": 70000, "Address": "no host", "Listen": "here", "ConnectionString": "" },
                "Endpoint": { "Key": "0123456789abcdef", "Url": "http://0.0.0.0:8080", "Transfers": 0 },
                "Host": [ { "Model": "noodle", "Learner": "ann" }, { "Model": "needle" }, { "Model": "needle", "Learner": "b/c" },
                          { "Model": "needle", "Learner": "bob", "Threshold": 0.9 } ]
              }
            }
            """,
            "appsettings.json");

        var screen = await SiloProcess.RunAsync(scratch.Path);

        Assert.Equal((2, ""), (screen.ExitCode, screen.Output));
        Assert.Equal(
            [
                "CoLearn:Sit is not known; CoLearn has Site, Store, Compute, Watch, Cluster, Endpoint, Host, Learners.",
                "CoLearn:Kubernetes is set, which this program does not have; the program would have to reference CoLearn.Orleans.Kubernetes and to say 'CoLearnSilo.RunAsync(args, silo => silo.UseKubernetes())'.",
                "CoLearn:Compute:Threads is not known; CoLearn:Compute has Slots, TrainingThreads, EvaluationThreads.",
                "CoLearn:Compute:Slots is '0', but must be a whole number of at least 1.",
                "CoLearn:Site is 'hospital a'; a site's name is 1 to 64 letters, digits, hyphens, dots or underscores.",
                "CoLearn:Cluster:ConnectionString is missing; say where the Redis is, such as '127.0.0.1:6379'.",
                "CoLearn:Cluster:Address is 'no host', but must be an IP address, or a host name that has one, at which others reach this silo.",
                "CoLearn:Cluster:Listen is 'here', but must be an IP address of this machine, or '0.0.0.0' for all of them.",
                "CoLearn:Cluster:SiloPort is '70000', but must be a whole number from 1 to 65535.",
                "CoLearn:Endpoint:Key is not known; CoLearn:Endpoint has Url, Advertised, ClusterKey, Transfers, Kestrel.",
                "CoLearn:Endpoint:Transfers is '0', but must be a whole number of at least 1.",
                "Anybody could fetch this silo's weights at http://0.0.0.0:8080; set CoLearn:Endpoint:ClusterKey to one secret on all silos, or let Url be a loopback address such as http://127.0.0.1:0.",
                "CoLearn:Watch:Every is 'soon', but must be a time longer than 0, such as '00:00:02'.",
                "CoLearn:Host:0:Model is 'noodle', which this program does not declare; it declares 'needle'.",
                "CoLearn:Host:1 has no Learner; name the learner that it hosts.",
                "CoLearn:Host:2:Learner is 'b/c'; a learner's name is 1 to 64 letters, digits, hyphens, dots or underscores.",
                "The settings of learner 'bob' of model 'needle' cannot be used: Threshold is set to '0.9', but belongs to the collective's rule, which is set when the collective is created (CollectiveSettings.Rule) and nowhere else.",
            ],
            screen.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("'serve' is not known; without a word the program runs the silo, and 'check' and 'models' are the other things that it does.", "serve")]
    [InlineData("'--Site=x' is no setting; settings are written like '--CoLearn:Site=hospital-a'.", "--Site=x")]
    [InlineData("'--CoLearn:Site' needs a value.", "--CoLearn:Site")]
    [InlineData("CoLearn:Host is empty: name at least one learner, such as { \"Model\": \"needle\", \"Learner\": \"alice\" }.")]
    [InlineData("CoLearn:Cluster:Kind is 'consul', which this program does not have; use 'localhost' or 'none' or 'redis'.", "--CoLearn:Cluster:Kind=consul", "--CoLearn:Host:0:Model=needle", "--CoLearn:Host:0:Learner=ann")]
    public async Task Silo_WrongArguments_PrintsASentenceAndEndsWith2(string sentence, params string[] arguments)
        => Assert.Equal(new Screen(2, "", sentence + "\n"), await SiloProcess.RunAsync(scratch.Path, arguments));

    [Fact]
    public async Task Silo_RedisThatIsNotThere_EndsWith3AndKeepsThePassword()
    {
        scratch.File(Settings, "appsettings.json");

        var screen = await SiloProcess.RunAsync(
            scratch.Path, "--CoLearn:Cluster:Kind=redis", "--CoLearn:Cluster:ConnectionString=127.0.0.1:1,password=s3cret", FreePort("SiloPort"), FreePort("GatewayPort"));

        Assert.Equal(
            new Screen(3, "", "The Redis at 127.0.0.1:1 cannot be reached; check CoLearn:Cluster:ConnectionString, and that it runs.\n"), screen);
    }

    [Fact]
    public async Task Silo_PortThatIsTaken_EndsWith1()
    {
        scratch.File(Settings, "appsettings.json");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var screen = await SiloProcess.RunAsync(scratch.Path, FormattableString.Invariant($"--CoLearn:Cluster:SiloPort={port}"), FreePort("GatewayPort"));

        Assert.Equal(
            new Screen(1, "", $"The silo port {port} of 127.0.0.1 cannot be used: another process listens there; end it, or choose another port.\n"), screen);
    }

    [Fact]
    public async Task Silo_EndpointPortThatIsTaken_EndsWith1()
    {
        scratch.File(Settings, "appsettings.json");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var screen = await SiloProcess.RunAsync(
            scratch.Path, FormattableString.Invariant($"--CoLearn:Endpoint:Url=http://localhost:{port}"), FreePort("SiloPort"), FreePort("GatewayPort"));

        Assert.Equal(
            new Screen(1, "", $"The endpoint port {port} of 127.0.0.1 cannot be used: another process listens there; end it, or choose another port.\n"), screen);
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("127.0.0.3", "127.0.0.3")]
    public async Task Check_Address_MayBeTheNameOfAHost(string address, string known)
    {
        scratch.File(Settings, "appsettings.json");
        var port = RedisServer.FreePort();

        var screen = await SiloProcess.RunAsync(
            scratch.Path, "check", $"--CoLearn:Cluster:Address={address}", FormattableString.Invariant($"--CoLearn:Cluster:SiloPort={port}"), FreePort("GatewayPort"));

        Assert.Equal(0, screen.ExitCode);
        Assert.Contains(FormattableString.Invariant($"✓ The silo port {port} of {known} is free."), screen.Output.Split('\n'));
    }

    [Fact]
    public async Task Models_Json_HasEachDeclaredModel()
    {
        var screen = await SiloProcess.RunAsync(scratch.Path, "models", "--json");

        Assert.Equal((0, ""), (screen.ExitCode, screen.Error));
        var model = Assert.Single(JsonNode.Parse(screen.Output)!.AsArray())!;
        Assert.Equal(("needle", new string('d', 64), "north"), ((string?)model["name"], (string?)model["fingerprint"], (string?)model["criterion"]));
    }

    [Fact]
    public async Task Check_OfASiteThatCanStart_HoldsAndLeavesNothing()
    {
        scratch.File(Settings, "appsettings.json");

        var screen = await SiloProcess.RunAsync(scratch.Path, "check", FreePort("SiloPort"), FreePort("GatewayPort"));

        Assert.Equal((0, ""), (screen.ExitCode, screen.Error));
        var lines = screen.Output.TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.StartsWith("✓ ", line, StringComparison.Ordinal));
        Assert.Equal("✓ The configuration can be used: site 'hospital-a' hosts 2 learners.", lines[0]);
        Assert.Equal("✓ The data of learner 'ann' of model 'needle' can be used: 1 examples to train, 1 to vote with.", lines[1]);
        Assert.Equal(["appsettings.json"], Directory.EnumerateFileSystemEntries(scratch.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Check_OfASiteThatCannot_NamesAllThatDoesNotHoldAndEndsWith1()
    {
        scratch.File(Settings, "appsettings.json");
        var file = scratch.File("", "no-directory");

        var screen = await SiloProcess.RunAsync(
            scratch.Path,
            "check",
            "--json",
            $"--CoLearn:Store={file}/kept",
            "--CoLearn:Compute:Slots=none",
            "--CoLearn:Cluster:Kind=redis",
            "--CoLearn:Cluster:ConnectionString=127.0.0.1:1",
            FreePort("SiloPort"),
            FreePort("GatewayPort"));

        Assert.Equal((1, ""), (screen.ExitCode, screen.Error));
        Assert.Equal(
            [("configuration", false), ("data", true), ("data", true), ("store", false), ("port", true), ("port", true), ("cluster", false)],
            screen.Json["findings"]!.AsArray().Select(finding => ((string)finding!["subject"]!, (bool)finding["holds"]!)));
    }

    private static string FreePort(string key) => FormattableString.Invariant($"--CoLearn:Cluster:{key}={RedisServer.FreePort()}");
}
