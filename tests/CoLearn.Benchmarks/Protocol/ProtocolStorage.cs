namespace CoLearn.Benchmarks.Protocol;

/// <summary>Where grains keep their state.</summary>
internal enum ProtocolStorage
{
    Memory,
    Sqlite,
    Redis,
}
