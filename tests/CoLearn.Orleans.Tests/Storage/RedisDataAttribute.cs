using System.Reflection;
using Xunit.Sdk;

namespace CoLearn.Storage;

/// <summary>Runs a theory with the storage in Redis.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisDataAttribute : DataAttribute
{
    public RedisDataAttribute() => Skip = RedisFixture.Skip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Storages.Redis]];
}
