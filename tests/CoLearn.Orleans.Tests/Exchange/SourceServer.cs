using System.Collections.Concurrent;
using CoLearn.Endpoint;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoLearn.Exchange;

/// <summary>A silo as another one sees it over HTTP: it answers honestly, or however a test wants it to.</summary>
internal sealed class SourceServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private SourceServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>What it was asked, such as <c>GET</c> or <c>GET bytes=10-</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public int Gets => Asked.Count(asked => asked.StartsWith("GET", StringComparison.Ordinal));

    /// <summary>One that holds some weights and serves them as a silo does.</summary>
    public static async Task<SourceServer> HonestAsync(Weights weights, CoLearnEndpointOptions? options = null, Func<Task>? before = null)
    {
        var store = new MemoryWeightsStore();
        await store.PutAsync(new("c", 1), weights);
        return await HonestAsync(store, options, before);
    }

    public static Task<SourceServer> HonestAsync(IWeightsStore store, CoLearnEndpointOptions? options = null, Func<Task>? before = null)
    {
        var set = Options.Create(options ?? new());
        var routes = new EndpointRoutes(new(store, new(set), set), new());
        return StartAsync(app => routes.MapTo(app), before);
    }

    /// <summary>One that claims to have the weights, and answers what it likes where they are fetched.</summary>
    public static Task<SourceServer> LyingAsync(Weights claimed, Func<HttpContext, Task> send) => StartAsync(
        app => app.Map("/colearn/weights/{hash}", context =>
        {
            context.Response.Headers[WeightsSource.FormatHeader] = claimed.Format;
            return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : send(context);
        }),
        null);

    /// <summary>Sends the first bytes of what it announces, and no more: Kestrel closes the connection then.</summary>
    public static async Task BreakOffAsync(HttpContext context, Weights weights, int after)
    {
        context.Response.ContentLength = weights.Bytes.Length;
        await context.Response.Body.WriteAsync(weights.Bytes[..after]);
        await context.Response.Body.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static async Task<SourceServer> StartAsync(Action<WebApplication> map, Func<Task>? before)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var server = new SourceServer(app);
        app.Use(async (context, next) =>
        {
            server.Asked.Enqueue($"{context.Request.Method} {context.Request.Headers.Range}".TrimEnd());
            if (before is not null)
                await before();
            await next(context);
        });
        map(app);
        await app.StartAsync();
        return server;
    }
}
