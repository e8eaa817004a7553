using CoLearn.Benchmarks.Chaos;

namespace CoLearn.Storage;

/// <summary>A test that needs Redis.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.Skip;
}
