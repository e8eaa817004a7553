namespace CoLearn.Storage;

/// <summary>A state as it is stored.</summary>
internal sealed record StoredState(long Version, byte[] Bytes);
