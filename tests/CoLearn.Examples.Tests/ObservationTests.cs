using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoLearn.Examples.Mnist;

public sealed class ObservationTests
{
    private static readonly string[] Small = ["--learners", "2", "--rounds", "1", "--proposal-batches", "1", "--vote-examples", "50", "--threads", "1"];

    [Fact]
    public async Task Example_CollectorNamedInTheEnvironment_IsSentSpansAndMetrics()
    {
        using var scratch = new Scratch();
        using var collector = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        collector.Prefixes.Add(address);
        collector.Start();
        var received = ReceiveAsync(collector);

        var output = await RunAsync(scratch, new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" });
        collector.Stop();
        var posts = await received;

        Assert.DoesNotContain("Activity.TraceId", output, StringComparison.Ordinal);
        Assert.All(
            ["colearn.round", "colearn.propose", "colearn.train", "colearn.vote", "colearn.evaluate", "colearn.accept"],
            span => Assert.Contains(posts, post => post.Path == "/v1/traces" && post.Body.Contains(span, StringComparison.Ordinal)));
        Assert.Contains(posts, post => post.Path == "/v1/metrics" && post.Body.Contains("colearn.round.duration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Example_Trace_PrintsEverySpanOfARound()
    {
        using var scratch = new Scratch();
        var output = await RunAsync(scratch, [], "--trace");

        Assert.All(
            ["colearn.round", "colearn.propose", "colearn.train", "colearn.vote", "colearn.evaluate", "colearn.accept"],
            span => Assert.Contains($"Activity.DisplayName:        {span}", output, StringComparison.Ordinal));
        Assert.Contains("colearn.vote.approve: ", output, StringComparison.Ordinal);
    }

    /// <summary>The program in a process of its own, since it is told of a collector by its environment.</summary>
    private static async Task<string> RunAsync(Scratch scratch, Dictionary<string, string> environment, params string[] arguments)
    {
        string[] all = [typeof(Example).Assembly.Location, .. Small, "--plot", scratch.File("p.png"), .. arguments];
        var start = new ProcessStartInfo("dotnet", all) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
        return await output;
    }

    private static async Task<List<(string Path, string Body)>> ReceiveAsync(HttpListener collector)
    {
        var posts = new List<(string Path, string Body)>();
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await collector.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return posts;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            posts.Add((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
