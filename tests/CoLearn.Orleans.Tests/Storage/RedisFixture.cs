using CoLearn.Benchmarks.Chaos;

namespace CoLearn.Storage;

/// <summary>A Redis server for the tests of a class.</summary>
public sealed class RedisFixture : RedisServer, IAsyncLifetime;
