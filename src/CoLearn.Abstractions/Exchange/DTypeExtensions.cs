namespace CoLearn.Exchange;

/// <summary>Sizes and kinds of <see cref="DType"/>.</summary>
public static class DTypeExtensions
{
    /// <summary>How many bytes one number takes.</summary>
    /// <param name="type">The type.</param>
    /// <returns>1, 2, 4 or 8.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is not a member of the enumeration.</exception>
    public static int SizeInBytes(this DType type) => type switch
    {
        DType.BOOL or DType.U8 or DType.I8 => 1,
        DType.U16 or DType.I16 or DType.F16 or DType.BF16 => 2,
        DType.U32 or DType.I32 or DType.F32 => 4,
        DType.U64 or DType.I64 or DType.F64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Whether numbers of the type have a fraction, so that a mean of them is of the type too.</summary>
    /// <param name="type">The type.</param>
    /// <returns><see langword="true"/> for <see cref="DType.F16"/>, <see cref="DType.BF16"/>, <see cref="DType.F32"/> and <see cref="DType.F64"/>.</returns>
    public static bool IsFloating(this DType type) => type is DType.F16 or DType.BF16 or DType.F32 or DType.F64;
}
