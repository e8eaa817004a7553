using CoLearn;
using CoLearn.Clusters;
using CoLearn.Messages;
using Orleans.Configuration;
using Orleans.Messaging;

namespace Orleans.Hosting;

/// <summary>Collectives for a cluster client.</summary>
public static class CoLearnClientExtensions
{
    /// <summary>
    /// Lets a client speak to collectives. It finds their cluster as the section <c>CoLearn:Cluster</c> of its host's
    /// configuration says, in the keys that silos read: <c>Kind</c> is <c>localhost</c> by default, the gateway of one silo at <c>Address</c> and
    /// <c>GatewayPort</c>, which are 127.0.0.1 and 30000 by default. Where the client has a clustering of its own, from any Orleans provider, that stays
    /// unless the configuration names a kind.
    /// </summary>
    /// <param name="client">The client's builder.</param>
    /// <param name="configure">Adds kinds of clusters, such as <c>UseRedis()</c> of CoLearn.Orleans.Redis; none by default.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="OrleansConfigurationException">The section cannot be used; the message has all that is wrong, a sentence a line.</exception>
    public static IClientBuilder AddCoLearnClient(this IClientBuilder client, Action<CoLearnClientBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var colearn = new CoLearnClientBuilder();
        configure?.Invoke(colearn);
        UseCluster(client, colearn.Kinds);
        return client.AddOutgoingGrainCallFilter<MessageBound>();
    }

    private static void UseCluster(IClientBuilder client, IReadOnlyList<ClientClusterKind> kinds)
    {
        var section = client.Configuration.GetSection(ClusterSettings.Section);
        var usual = client.Services.Any(service => service.ServiceType == typeof(IGatewayListProvider)) ? ClusterSettings.Own : ClusterSettings.Localhost;
        var reader = new SectionReader();
        var settings = ClusterSettings<ClientClusterKind>.Read(section, kinds, "AddCoLearnClient(client => client.UseRedis())", usual, reader);
        if (reader.Mistakes.Count > 0)
            throw new OrleansConfigurationException(string.Join('\n', reader.Mistakes));
        settings.Kind.Use(client, section);
        client.Configure<ClusterOptions>(cluster =>
        {
            // What the program sets itself stays where the configuration does not say otherwise.
            cluster.ClusterId = SectionReader.Text(section, nameof(cluster.ClusterId)) ?? cluster.ClusterId;
            cluster.ServiceId = SectionReader.Text(section, nameof(cluster.ServiceId)) ?? cluster.ServiceId;
        });
    }
}
