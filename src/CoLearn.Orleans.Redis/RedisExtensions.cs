using CoLearn.Redis;

namespace CoLearn;

/// <summary>Clusters in a Redis.</summary>
public static class RedisExtensions
{
    /// <summary>
    /// Lets the configuration choose the kind <c>redis</c>: the silos find each other in a Redis and keep the state of collectives there, in the grain
    /// storage <c>colearn</c>. <c>CoLearn:Cluster:ConnectionString</c> says where it is, in the form of StackExchange.Redis.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <returns>The same program.</returns>
    public static CoLearnSiloProgram UseRedis(this CoLearnSiloProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return program.Cluster(new RedisCluster());
    }

    /// <summary>
    /// Lets the configuration choose the kind <c>redis</c> for a client: it finds the silos in a Redis. <c>CoLearn:Cluster:ConnectionString</c> says where it
    /// is, as for the silos.
    /// </summary>
    /// <param name="client">What <c>AddCoLearnClient</c> gives.</param>
    /// <returns>The same builder.</returns>
    public static CoLearnClientBuilder UseRedis(this CoLearnClientBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Cluster(new RedisGateways());
    }
}
