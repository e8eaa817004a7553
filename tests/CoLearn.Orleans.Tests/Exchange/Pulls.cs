using CoLearn.Endpoint;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CoLearn.Exchange;

/// <summary>What fetches from servers of a test.</summary>
internal static class Pulls
{
    public static WeightsPull From(params SourceServer[] servers) => From(null, null, servers);

    public static WeightsPull From(ILogger? log, string? key, params SourceServer[] servers) => From(
        () => Task.FromResult<IReadOnlyList<Uri>>([.. servers.Select(server => server.Address)]), log, key);

    public static WeightsPull From(Func<Task<IReadOnlyList<Uri>>> silos, ILogger? log = null, string? key = null) => new(
        silos, new ClusterKey(Options.Create(new CoLearnEndpointOptions { ClusterKey = key })), new SocketsHttpHandler { UseProxy = false }, TimeProvider.System, log ?? NullLogger.Instance);
}
