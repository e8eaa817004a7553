using CoLearn.Exchange;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoLearn.Endpoint;

/// <summary>What a silo needs to serve weights, and to fetch those that it lacks.</summary>
internal static class EndpointServices
{
    public static void AddEndpoint(this IServiceCollection services)
    {
        services.AddOptions<CoLearnEndpointOptions>()
            .PostConfigure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(CoLearnEndpointOptions.Section).Bind(options))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CoLearnEndpointOptions>, CoLearnEndpointOptionsValidator>();
        services.AddSingleton<ClusterKey>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<Readiness>());
        services.AddSingleton<WeightsServer>();
        services.AddSingleton<EndpointRoutes>();
        services.AddSingleton<SiloEndpoint>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<SiloEndpoint>());
        services.AddSingleton<OtherSilos>();
        services.AddSingleton(provider => new WeightsPull(
            provider.GetRequiredService<OtherSilos>().AddressesAsync,
            provider.GetRequiredService<ClusterKey>(),
            Handler(provider.GetRequiredService<IOptions<CoLearnEndpointOptions>>().Value),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<WeightsPull>>()));
    }

    private static SocketsHttpHandler Handler(CoLearnEndpointOptions options)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) };
        options.ConfigureClient?.Invoke(handler);
        return handler;
    }
}
