using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace CoLearn.Redis;

/// <summary>Silos that are listed in a Redis, and keep their state there.</summary>
internal sealed class RedisCluster : ClusterKind
{
    private const string Key = "ConnectionString";

    public override string Name => "redis";

    public override IReadOnlyList<string> Keys => [Key];

    public override IEnumerable<string> Mistakes(IConfiguration section)
    {
        var path = section is IConfigurationSection { Path: var parent } ? $"{parent}:{Key}" : Key;
        if (string.IsNullOrWhiteSpace(section[Key]))
            yield return $"{path} is missing; say where the Redis is, such as '127.0.0.1:6379'.";
        // It may hold a password, so it is not shown.
        else if (Parse(section) is null)
            yield return $"{path} cannot be understood; it is written like '127.0.0.1:6379' or 'redis.example:6380,ssl=true,password=…'.";
    }

    public override void Use(ISiloBuilder silo, IConfiguration section)
    {
        silo.UseRedisClustering(redis => redis.ConfigurationOptions = Parse(section));
        silo.AddRedisGrainStorage("colearn", redis => redis.ConfigurationOptions = Parse(section));
    }

    public override async Task<string?> ProblemAsync(IConfiguration section, CancellationToken cancellation)
    {
        var options = Parse(section)!;
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
            return $"The Redis at {where} does not let the silo in; check user and password in CoLearn:Cluster:{Key}.";
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or OperationCanceledException)
        {
            return $"The Redis at {where} cannot be reached; check CoLearn:Cluster:{Key}, and that it runs.";
        }
    }

    private static ConfigurationOptions? Parse(IConfiguration section)
    {
        try
        {
            var options = ConfigurationOptions.Parse(section[Key]!);
            return options.EndPoints.Count == 0 ? null : options;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
