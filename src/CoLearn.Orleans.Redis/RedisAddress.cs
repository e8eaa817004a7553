using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace CoLearn.Redis;

/// <summary>Where the Redis is, by the configuration, for silos and clients alike.</summary>
internal static class RedisAddress
{
    public const string Kind = "redis";
    public const string Key = "ConnectionString";

    public static IEnumerable<string> Mistakes(IConfiguration section)
    {
        var path = section is IConfigurationSection { Path: var parent } ? $"{parent}:{Key}" : Key;
        if (string.IsNullOrWhiteSpace(section[Key]))
            yield return $"{path} is missing; say where the Redis is, such as '127.0.0.1:6379'.";
        // It may hold a password, so it is not shown.
        else if (Parse(section) is null)
            yield return $"{path} cannot be understood; it is written like '127.0.0.1:6379' or 'redis.example:6380,ssl=true,password=…'.";
    }

    public static ConfigurationOptions? Parse(IConfiguration section)
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
