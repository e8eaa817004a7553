using System.Diagnostics;
using System.Net;
using CoLearn.Benchmarks.Chaos;
using k8s.Models;

namespace CoLearn;

/// <summary>Asks a site's own program, configured as its container is, what probes and health checks ask.</summary>
public sealed class ProbeTests(RunningSite site) : IClassFixture<RunningSite>
{
    [RedisFact]
    public void Site_ConfiguredAsInItsContainer_IsReady()
        => Assert.StartsWith("Site 'hospital-a' is ready: it hosts digits/alice;", site.Ready, StringComparison.Ordinal);

    [RedisFact]
    public async Task Probes_OfTheManifests_AskWhatTheEndpointServes()
    {
        using var http = new HttpClient();
        foreach (var probe in ThreeSitesFiles.Sites.Select(Manifests.Silo).SelectMany(Probing))
        {
            Assert.Equal("endpoint", probe.HttpGet.Port.Value);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"http://127.0.0.1:{site.EndpointPort}{probe.HttpGet.Path}"))).StatusCode);
        }
    }

    [Fact]
    public void Probes_OfAManifest_AskForLifeAndForReadiness()
    {
        var silo = Manifests.Silo("hospital-a");

        Assert.Equal(
            ["/colearn/health/live", "/colearn/health/live", "/colearn/health/ready"],
            [silo.StartupProbe.HttpGet.Path, silo.LivenessProbe.HttpGet.Path, silo.ReadinessProbe.HttpGet.Path]);
    }

    [RedisFact]
    public async Task Healthcheck_OfTheComposeFile_HoldsForASiloThatIsReadyOnly()
    {
        Assert.Equal(0, await HealthcheckAsync(site.EndpointPort));
        Assert.NotEqual(0, await HealthcheckAsync(RedisServer.FreePort()));
    }

    [RedisFact]
    public async Task Weights_WithoutTheClusterKey_AreNotServed()
    {
        using var http = new HttpClient();

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri($"http://127.0.0.1:{site.EndpointPort}/colearn/weights/{new string('0', 64)}"))).StatusCode);
    }

    private static IEnumerable<V1Probe> Probing(V1Container silo) => [silo.StartupProbe, silo.LivenessProbe, silo.ReadinessProbe];

    private static async Task<int> HealthcheckAsync(int port)
    {
        var words = ComposeFile.Healthcheck("hospital-a");
        using var check = Process.Start(new ProcessStartInfo(words[0], [.. words[1..^1], words[^1].Replace("/8080 ", $"/{port} ", StringComparison.Ordinal)]) { RedirectStandardError = true })!;
        await check.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return check.ExitCode;
    }
}
