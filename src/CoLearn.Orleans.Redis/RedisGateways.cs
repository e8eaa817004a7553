using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CoLearn.Redis;

/// <summary>Silos that a client finds in a Redis.</summary>
internal sealed class RedisGateways : ClientClusterKind
{
    public override string Name => RedisAddress.Kind;

    public override IReadOnlyList<string> Keys => [RedisAddress.Key];

    public override IEnumerable<string> Mistakes(IConfiguration section) => RedisAddress.Mistakes(section);

    public override void Use(IClientBuilder client, IConfiguration section) => client.UseRedisClustering(redis => redis.ConfigurationOptions = RedisAddress.Parse(section));
}
