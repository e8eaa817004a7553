using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoLearn.Endpoint;

/// <summary>
/// A silo's address for HTTP: an inner application that starts beside the silo, runs before it takes calls and stops after, or the program's own, where that
/// was told to serve (<c>MapCoLearn</c>).
/// </summary>
internal sealed partial class SiloEndpoint(
    IOptions<CoLearnEndpointOptions> options, EndpointRoutes routes, ILocalSiloDetails silo, ILoggerFactory logs, IConfiguration? configuration = null)
    : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private Task<WebApplication>? starting;
    private IServer? server;

    /// <summary>Where other silos reach it; <see langword="null"/> while it does not run.</summary>
    public string? Address
    {
        get
        {
            if (server is null)
                return null;
            return options.Value.Advertised?.TrimEnd('/')
                ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Reachable).FirstOrDefault(address => address is not null);
        }
    }

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(SiloEndpoint), ServiceLifecycleStage.First, BeginAsync, StopAsync);
        lifecycle.Subscribe(nameof(SiloEndpoint), ServiceLifecycleStage.ApplicationServices, StartedAsync, StopAsync);
    }

    /// <summary>Lets the program's own application serve.</summary>
    public void ServedBy(IServer own) => server = own;

    private Task BeginAsync(CancellationToken cancellation)
    {
        if (server is null)
            starting = Task.Run(() => StartAsync(cancellation), CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task StartedAsync(CancellationToken cancellation)
    {
        if (starting is null)
            return;
        server = (await starting).Services.GetRequiredService<IServer>();
        LogServes(logs.CreateLogger<SiloEndpoint>(), Address);
    }

    private async Task<WebApplication> StartAsync(CancellationToken cancellation)
    {
        var app = Build();
        try
        {
            await app.StartAsync(cancellation);
            return app;
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or NotSupportedException or UnauthorizedAccessException)
        {
            await app.DisposeAsync();
            throw new EndpointException(
                $"This silo cannot serve its weights at {options.Value.Url}: {error.Message.TrimEnd('.')}; set {CoLearnEndpointOptions.Section}:Url to another address.", error);
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.AddProvider(new PassedOnLogs(logs)).AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseUrls(options.Value.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (configuration is not null)
                kestrel.Configure(configuration.GetSection(CoLearnEndpointOptions.Section + ":Kestrel"));
            options.Value.ConfigureKestrel?.Invoke(kestrel);
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        routes.MapTo(app);
        return app;
    }

    private async Task StopAsync(CancellationToken cancellation)
    {
        if (starting is not { } started)
            return;
        (server, starting) = (null, null);
        // Where it could not start, the silo's start has said so.
        await ((Task)started).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!started.IsCompletedSuccessfully)
            return;
        var inner = await started;
        using var farewell = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        farewell.CancelAfter(Farewell);
        await inner.StopAsync(farewell.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await inner.DisposeAsync();
    }

    /// <summary>An address as others can call it, once its port is known.</summary>
    private string? Reachable(string listening)
    {
        var address = Microsoft.AspNetCore.Http.BindingAddress.Parse(listening);
        if (address.Port == 0)
            return null;
        var isAny = !Uri.TryCreate(listening, UriKind.Absolute, out var uri) || (IPAddress.TryParse(uri.IdnHost, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        var host = isAny ? silo.SiloAddress.Endpoint.Address.ToString() : uri!.IdnHost;
        return new UriBuilder(address.Scheme, host, address.Port).Uri.GetLeftPart(UriPartial.Authority);
    }

    [LoggerMessage(LogLevel.Information, "This silo serves the weights that it holds at {Address}.")]
    private static partial void LogServes(ILogger log, string? address);
}
