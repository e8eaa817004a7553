using CoLearn.Exchange;
using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>torch's types as safetensors names them.</summary>
internal static class ScalarTypes
{
    public static DType ToDType(this ScalarType type) => type switch
    {
        ScalarType.Bool => DType.BOOL,
        ScalarType.Byte => DType.U8,
        ScalarType.Int8 => DType.I8,
        ScalarType.Int16 => DType.I16,
        ScalarType.Int32 => DType.I32,
        ScalarType.Int64 => DType.I64,
        ScalarType.Float16 => DType.F16,
        ScalarType.BFloat16 => DType.BF16,
        ScalarType.Float32 => DType.F32,
        ScalarType.Float64 => DType.F64,
        _ => throw new NotSupportedException($"Tensors of type {type} cannot be written as safetensors."),
    };
}
