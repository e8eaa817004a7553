using Orleans.Serialization;
using Orleans.Storage;

namespace CoLearn.Storage;

/// <summary>
/// Orleans' own format, written to pooled memory. Orleans' default writes JSON, from which immutable collections cannot be read again, and what else it brings
/// grows an array until the state fits: for a round of thousands, megabytes that only a full collection frees.
/// </summary>
internal sealed class StateSerializer(Serializer serializer) : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(serializer.SerializeToArray(input));

    public T Deserialize<T>(BinaryData input) => serializer.Deserialize<T>(input.ToMemory())!;
}
