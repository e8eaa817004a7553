using CoLearn.Benchmarks.Chaos;

namespace CoLearn;

/// <summary>A test that is skipped where there is no redis-server.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.Skip;
}
