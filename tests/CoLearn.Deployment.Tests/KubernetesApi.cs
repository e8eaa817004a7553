using System.Collections.Concurrent;
using System.Text.Json;
using k8s;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn;

/// <summary>What a silo asks of Kubernetes about its namespace, answered by a namespace with one pod.</summary>
internal sealed class KubernetesApi : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, string> labels = [];

    private KubernetesApi(WebApplication app) => this.app = app;

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Ends when somebody watches the pods.</summary>
    public TaskCompletionSource Watched { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Label(string name) => labels.GetValueOrDefault(name);

    public KubernetesClientConfiguration Client()
        => new() { Host = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() };

    public static async Task<KubernetesApi> StartAsync(string space, string pod)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var api = new KubernetesApi(builder.Build());
        api.app.Map($"/api/v1/namespaces/{space}/pods/{pod}", api.PodAsync);
        api.app.MapGet($"/api/v1/namespaces/{space}/pods", api.PodsAsync);
        await api.app.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task PodAsync(HttpContext context)
    {
        Asked.Enqueue(context.Request.Method + " pod");
        if (HttpMethods.IsPatch(context.Request.Method))
        {
            using var patch = await JsonDocument.ParseAsync(context.Request.Body);
            foreach (var label in patch.RootElement.GetProperty("metadata").GetProperty("labels").EnumerateObject())
                labels[label.Name] = label.Value.GetString()!;
        }

        await context.Response.WriteAsJsonAsync(Pod());
    }

    private async Task PodsAsync(HttpContext context)
    {
        if (context.Request.Query["watch"] != "true")
        {
            Asked.Enqueue($"GET pods {context.Request.Query["labelSelector"]}");
            await context.Response.WriteAsJsonAsync(new { apiVersion = "v1", kind = "PodList", metadata = new { }, items = new[] { Pod() } });
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.StartAsync();
        Watched.TrySetResult();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private object Pod() => new { apiVersion = "v1", kind = "Pod", metadata = new { name = "site-0", labels } };
}
