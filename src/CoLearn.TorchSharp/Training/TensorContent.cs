using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>Looks at tensors of any size in plain C#, so that nothing runs on torch's threads while data are loaded.</summary>
internal static class TensorContent
{
    private const long PieceBytes = 1 << 26;

    /// <summary>Goes through a contiguous tensor's bytes, some rows at a time: one span cannot show more than 2 GiB.</summary>
    public static IEnumerable<Tensor> Pieces(Tensor tensor)
    {
        if (tensor.dim() == 0 || tensor.numel() == 0)
            yield break;

        var rows = tensor.shape[0];
        var step = Math.Clamp(PieceBytes / Math.Max(1, tensor.numel() / rows * tensor.element_size()), 1, rows);
        for (long start = 0; start < rows; start += step)
        {
            using var piece = tensor.narrow(0, start, Math.Min(step, rows - start));
            yield return piece;
        }
    }

    public static bool IsFinite(Tensor tensor) => Pieces(tensor).All(piece => piece.dtype switch
    {
        ScalarType.Float32 => AllFinite(MemoryMarshal.Cast<byte, float>(piece.bytes)),
        ScalarType.Float64 => AllFinite(MemoryMarshal.Cast<byte, double>(piece.bytes)),
        _ => true,
    });

    /// <summary>The numbers of a tensor of int64, float32 or float64.</summary>
    public static IEnumerable<double> Numbers(Tensor tensor)
    {
        foreach (var piece in Pieces(tensor))
        {
            for (var i = 0; i < piece.numel(); i++)
                yield return NumberAt(piece, i);
        }
    }

    private static double NumberAt(Tensor tensor, int index) => tensor.dtype switch
    {
        ScalarType.Int64 => MemoryMarshal.Cast<byte, long>(tensor.bytes)[index],
        ScalarType.Float32 => MemoryMarshal.Cast<byte, float>(tensor.bytes)[index],
        ScalarType.Float64 => MemoryMarshal.Cast<byte, double>(tensor.bytes)[index],
        _ => throw new NotSupportedException($"Tensors of type {tensor.dtype} are not looked into."),
    };

    private static bool AllFinite(ReadOnlySpan<float> numbers)
    {
        foreach (var number in numbers)
        {
            if (!float.IsFinite(number))
                return false;
        }

        return true;
    }

    private static bool AllFinite(ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (!double.IsFinite(number))
                return false;
        }

        return true;
    }
}
