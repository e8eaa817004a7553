using CoLearn;
using CoLearn.Endpoint;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>The silo's routes in the program's own web application.</summary>
public static class CoLearnEndpointExtensions
{
    /// <summary>
    /// Serves the silo's weights (<c>/colearn/weights/{hash}</c>) and health (<c>/colearn/health/live</c>, <c>/colearn/health/ready</c>) from the program's own
    /// application instead of one inside the silo. Call it before the application runs. Other silos are told the application's first address, or
    /// <see cref="CoLearnEndpointOptions.Advertised"/>.
    /// </summary>
    /// <param name="routes">The application, whose host has a silo with <c>AddCoLearn</c>.</param>
    /// <returns>The routes, to add conventions.</returns>
    /// <exception cref="InvalidOperationException">The host has no such silo, or <see cref="CoLearnEndpointOptions.ClusterKey"/> is not set.</exception>
    public static IEndpointConventionBuilder MapCoLearn(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        var endpoint = services.GetService<SiloEndpoint>()
            ?? throw new InvalidOperationException("MapCoLearn serves the weights of a silo, and this application has none; add one with UseOrleans(silo => silo.AddCoLearn(…)).");
        if (!services.GetRequiredService<ClusterKey>().IsSet)
            throw new InvalidOperationException($"MapCoLearn would show this silo's weights to anybody who reaches the application; set {CoLearnEndpointOptions.Section}:ClusterKey to one secret on all silos.");
        endpoint.ServedBy(services.GetRequiredService<IServer>());
        return services.GetRequiredService<EndpointRoutes>().MapTo(routes);
    }
}
