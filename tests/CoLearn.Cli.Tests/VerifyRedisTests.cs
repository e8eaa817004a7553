using System.Net;
using System.Text;
using CoLearn.Benchmarks.Chaos;
using CoLearn.ModelLibrary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;

namespace CoLearn;

/// <summary>A cluster whose silos are listed in a Redis.</summary>
public sealed class VerifyRedisTests(VerifyRedisTests.Redis redis) : IClassFixture<VerifyRedisTests.Redis>
{
    [RedisFact]
    public async Task Verify_ClusterInRedis_IsFoundByItsIds()
    {
        var hosting = Host.CreateEmptyApplicationBuilder(null);
        hosting.UseOrleans(builder => builder
            .UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis.Address))
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("north", "hospitals"))
            .Configure<EndpointOptions>(endpoint =>
                (endpoint.AdvertisedIPAddress, endpoint.SiloPort, endpoint.GatewayPort) = (IPAddress.Loopback, RedisServer.FreePort(), RedisServer.FreePort()))
            .AddCoLearn(site => site.Host<NeedleModel>("ann")));
        using var silo = hosting.Build();
        await silo.StartAsync();
        var collective = silo.Services.GetRequiredService<IGrainFactory>().GetCollective("needles");
        await collective.CreateAsync(new("needle", ["ann"]));
        using var file = new MemoryStream();
        await collective.ExportAsync(file);
        using var scratch = new Scratch();
        string[] arguments = ["ledger", "verify", scratch.File(Encoding.UTF8.GetString(file.ToArray())), "--cluster", $"redis://{redis.Address}"];

        var right = await Screen.RunAsync([.. arguments, "--cluster-id", "north", "--service-id", "hospitals"]);
        var wrong = await Screen.RunAsync(arguments);
        await silo.StopAsync();

        Assert.Equal((0, ""), (right.ExitCode, right.Error));
        Assert.Contains("Learner 'ann'", right.Output, StringComparison.Ordinal);
        Assert.Equal(3, wrong.ExitCode);
        Assert.StartsWith($"The cluster 'default' at redis://{redis.Address} cannot be reached: ", wrong.Error, StringComparison.Ordinal);
    }

    public sealed class Redis : RedisServer, IAsyncLifetime;
}
