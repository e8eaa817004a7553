using static TorchSharp.torch;

namespace CoLearn.Benchmarks.Startup;

/// <summary>Digits as two tensors: bytes of grey, and classes.</summary>
internal sealed record PlainDigits(Tensor Pictures, Tensor Targets)
{
    // Of files with three dimensions and with one.
    private const int PictureHeader = 16;
    private const int LabelHeader = 8;

    public int Count => (int)Pictures.shape[0];

    public static PlainDigits Read(string directory, string part) => new(
        Of(Path.Combine(directory, $"{part}-images-idx3-ubyte"), PictureHeader).view(-1, 1, 28, 28),
        Of(Path.Combine(directory, $"{part}-labels-idx1-ubyte"), LabelHeader).to(ScalarType.Int64));

    /// <summary>Deals the digits out in random order.</summary>
    public IReadOnlyList<PlainDigits> Deal(int parts)
    {
        var order = randperm(Count);
        return [.. Enumerable.Range(0, parts).Select(part => Dealt(order.slice(0, part, Count, parts)))];
    }

    public (Tensor Features, Tensor Targets) Batch(Tensor index) => (Grey(Pictures.index_select(0, index)), Targets.index_select(0, index));

    public Tensor Features(int start, int end) => Grey(Pictures[start..end]);

    private static Tensor Of(string file, int header) => frombuffer(File.ReadAllBytes(file), ScalarType.Byte, offset: header);

    private static Tensor Grey(Tensor bytes) => bytes.to(ScalarType.Float32).mul_(1f / 255);

    private PlainDigits Dealt(Tensor index) => new(Pictures.index_select(0, index), Targets.index_select(0, index));
}
