using CoLearn.Benchmarks.Chaos;
using Microsoft.Extensions.Hosting;

namespace CoLearn.Benchmarks.Startup;

/// <summary>A silo with nothing on it, in a host that has nothing else.</summary>
internal static class BareSilo
{
    public static async Task RunAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(RedisServer.FreePort(), gatewayPort: 0));
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(StartupProgram.Started);
        await host.StopAsync();
    }
}
