using System.Net;
using System.Net.Sockets;
using CoLearn.Redis;
using CoLearn.Shell;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoLearn.Clusters;

/// <summary>A client of a cluster, for as long as a verb needs it.</summary>
internal sealed class ClusterConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly IHost host;

    private ClusterConnection(IHost host) => this.host = host;

    public IClusterClient Client => host.Services.GetRequiredService<IClusterClient>();

    /// <summary>Connects, once.</summary>
    /// <exception cref="MistakeException">The cluster cannot be reached.</exception>
    public static async Task<ClusterConnection> OpenAsync(ClusterChoice choice, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(Patience);
        IHost? host = null;
        try
        {
            host = await BuildAsync(choice, late.Token);
            await host.StartAsync(late.Token).WaitAsync(late.Token);
            return new(host);
        }
        catch (Exception error)
        {
            host?.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw Unreachable(choice, error switch
            {
                OperationCanceledException => FormattableString.Invariant($"there was no answer within {Patience.TotalSeconds} seconds."),
                // That somebody listens there is known by now.
                OrleansException when !choice.Address.IsRedis => "what listens there is no silo of a cluster with that id.",
                _ => error.Message,
            });
        }
    }

    public static MistakeException Unreachable(ClusterChoice choice, string reason)
        => new($"The cluster '{choice.ClusterId}' at {choice.Address} cannot be reached: {Sentence(reason)}", ExitCode.Unreachable);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static async Task<IHost> BuildAsync(ClusterChoice choice, CancellationToken cancellation)
    {
        var (address, builder) = (choice.Address, Host.CreateEmptyApplicationBuilder(null));
        builder.Configuration.AddInMemoryCollection(Settings(choice));
        var gateways = address.IsRedis ? [] : await GatewaysAsync(address, cancellation);
        builder.UseOrleansClient(client =>
        {
            if (!address.IsRedis)
                client.UseStaticClustering(gateways);
            client.UseConnectionRetryFilter((_, _) => Task.FromResult(false));
            client.AddCoLearnClient(colearn => colearn.Cluster(new RedisGateways()));
        });
        return builder.Build();
    }

    private static Dictionary<string, string?> Settings(ClusterChoice choice)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"{ClusterSettings.Section}:Kind"] = choice.Address.IsRedis ? RedisAddress.Kind : ClusterSettings.Own,
            [$"{ClusterSettings.Section}:ClusterId"] = choice.ClusterId,
            [$"{ClusterSettings.Section}:ServiceId"] = choice.ServiceId,
        };
        if (choice.Address.IsRedis)
            settings[$"{ClusterSettings.Section}:{RedisAddress.Key}"] = choice.Address.ToEndpoint();
        return settings;
    }

    /// <summary>Of a name's addresses those where somebody listens; localhost has two, and a silo listens at one.</summary>
    private static async Task<IPEndPoint[]> GatewaysAsync(ClusterAddress address, CancellationToken cancellation)
    {
        var listening = new List<IPEndPoint>();
        SocketException? refusal = null;
        foreach (var found in await Dns.GetHostAddressesAsync(address.Host, cancellation))
        {
            var endpoint = new IPEndPoint(found, address.Port);
            try
            {
                using var probe = new Socket(found.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                await probe.ConnectAsync(endpoint, cancellation);
                listening.Add(endpoint);
            }
            catch (SocketException error)
            {
                refusal = error;
            }
        }

        return listening.Count > 0 || refusal is null ? [.. listening] : throw refusal;
    }

    // What others say is often more than one sentence, and seldom ends with a full stop.
    private static string Sentence(string reason)
    {
        var line = reason.ReplaceLineEndings(" ").Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? line : line[..end]).TrimEnd('.') + ".";
    }
}
