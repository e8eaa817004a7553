using System.Net;
using CoLearn.Benchmarks.Chaos;
using CoLearn.ModelLibrary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CoLearn;

/// <summary>A silo that hosts three learners, for commands that ask it.</summary>
public sealed class NeedleSilo : IAsyncLifetime
{
    private readonly int gateway = RedisServer.FreePort();
    private readonly IHost silo;

    public NeedleSilo()
    {
        var hosting = Host.CreateEmptyApplicationBuilder(null);
        hosting.UseOrleans(builder => builder
            .UseLocalhostClustering(RedisServer.FreePort(), gateway)
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback)
            .AddCoLearn(site => site.Site("north").Host<NeedleModel>("ann").Host<NeedleModel>("bob").Host<NeedleModel>("cyd")));
        silo = hosting.Build();
    }

    public string Address => FormattableString.Invariant($"127.0.0.1:{gateway}");

    public IGrainFactory Grains => silo.Services.GetRequiredService<IGrainFactory>();

    public Task InitializeAsync() => silo.StartAsync();

    public async Task DisposeAsync()
    {
        await silo.StopAsync();
        silo.Dispose();
    }

    /// <summary>Runs a verb that asks it.</summary>
    internal Task<Screen> RunAsync(params string[] arguments) => Screen.RunAsync([.. arguments, "--cluster", Address]);

    /// <summary>Runs a verb that must succeed.</summary>
    internal async Task<Screen> SucceedAsync(params string[] arguments)
    {
        var screen = await RunAsync(arguments);
        Assert.True((screen.ExitCode, screen.Error) == (0, ""), screen.Error);
        return screen;
    }
}
