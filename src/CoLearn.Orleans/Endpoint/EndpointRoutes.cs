using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoLearn.Endpoint;

/// <summary>All that a silo answers over HTTP.</summary>
internal sealed class EndpointRoutes(WeightsServer weights, Readiness readiness)
{
    public IEndpointConventionBuilder MapTo(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/colearn");
        group.MapMethods("/weights/{hash}", [HttpMethods.Get, HttpMethods.Head], weights.ServeAsync);
        group.MapGet("/health/live", context => SayAsync(context, "live"));
        group.MapGet("/health/ready", context => readiness.IsReady ? SayAsync(context, "ready") : SayAsync(context, "not ready", StatusCodes.Status503ServiceUnavailable));
        return group;
    }

    private static Task SayAsync(HttpContext context, string what, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(what, context.RequestAborted);
    }
}
