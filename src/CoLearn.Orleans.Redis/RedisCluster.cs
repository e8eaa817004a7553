using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace CoLearn.Redis;

/// <summary>Silos that are listed in a Redis, and keep their state there.</summary>
internal sealed class RedisCluster : ClusterKind
{
    public override string Name => RedisAddress.Kind;

    public override IReadOnlyList<string> Keys => [RedisAddress.Key];

    public override IEnumerable<string> Mistakes(IConfiguration section) => RedisAddress.Mistakes(section);

    public override void Use(ISiloBuilder silo, IConfiguration section)
    {
        silo.UseRedisClustering(redis => redis.ConfigurationOptions = RedisAddress.Parse(section));
        silo.AddRedisGrainStorage("colearn", redis => redis.ConfigurationOptions = RedisAddress.Parse(section));
    }

    public override async Task<string?> ProblemAsync(IConfiguration section, CancellationToken cancellation)
    {
        var options = RedisAddress.Parse(section)!;
        options.AbortOnConnectFail = true;
        options.ConnectRetry = 1;
        var where = string.Join(", ", options.EndPoints.Select(endpoint => endpoint.ToString()!.Split('/')[^1]));
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(cancellation);
            await connection.GetDatabase().PingAsync().WaitAsync(cancellation);
            return null;
        }
        catch (RedisConnectionException refusal) when (refusal.FailureType == ConnectionFailureType.AuthenticationFailure)
        {
            return $"The Redis at {where} does not let the silo in; check user and password in CoLearn:Cluster:{RedisAddress.Key}.";
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or OperationCanceledException)
        {
            return $"The Redis at {where} cannot be reached; check CoLearn:Cluster:{RedisAddress.Key}, and that it runs.";
        }
    }
}
