using System.Buffers;
using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>A contiguous tensor's own bytes as memory, to be read without a copy while the tensor lives.</summary>
internal sealed class TensorMemory(Tensor tensor) : MemoryManager<byte>
{
    public override Span<byte> GetSpan() => tensor.bytes;

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException("A tensor's memory is read by spans.");

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
