using System.Net;
using CoLearn.Exchange;
using CoLearn.Registry;
using CoLearn.Toy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CoLearn.Endpoint;

public sealed class MapCoLearnTests
{
    private const string Key = "a-key-that-all-silos-share";

    [Fact]
    public async Task Application_ThatMapsCoLearn_ServesAndIsAnnounced()
    {
        await using var app = Build(Key);
        app.MapCoLearn();
        await app.StartAsync();
        var weights = CompassModel.At(3);
        await app.Services.GetRequiredService<IWeightsStore>().PutAsync(new("c", 1), weights);

        var address = app.Urls.Single();
        Assert.Equal((HttpStatusCode.OK, "3"), await Endpoints.GetAsync(address, $"/colearn/weights/{weights.Hash}", Key));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Endpoints.GetAsync(address, $"/colearn/weights/{weights.Hash}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Endpoints.GetAsync(address, "/colearn/health/ready")).Status);

        var registry = app.Services.GetRequiredService<IGrainFactory>().GetGrain<IRegistryGrain>(0);
        SiteEntry entry;
        do
            entry = (await registry.Sites()).Single();
        while (entry.WeightsAddress is null);
        Assert.Equal(address, entry.WeightsAddress);
        await app.StopAsync();
    }

    [Fact]
    public async Task Application_WithoutAKey_CannotMapCoLearn()
    {
        await using var app = Build(null);
        var error = Assert.Throws<InvalidOperationException>(() => app.MapCoLearn());
        Assert.StartsWith("MapCoLearn would show this silo's weights to anybody", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_WithoutASilo_CannotMapCoLearn()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        await using var app = builder.Build();
        Assert.Throws<InvalidOperationException>(() => app.MapCoLearn());
    }

    private static WebApplication Build(string? key)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["CoLearn:Endpoint:ClusterKey"] = key });
        builder.Host.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(CoLearn.Benchmarks.Chaos.RedisServer.FreePort(), gatewayPort: 0);
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.AddCoLearn(site => site.Watch(watch => watch.Every = TimeSpan.FromMilliseconds(50)));
        });
        return builder.Build();
    }
}
