using System.Security.Cryptography;
using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

internal static class Fingerprint
{
    private static readonly Comparison<LayerPlan> byLayer = static (one, other) => string.CompareOrdinal(one.Name, other.Name);
    private static readonly Comparison<TensorEntry> byTensor = static (one, other) => string.CompareOrdinal(one.Name, other.Name);

    // SHA-256 in lower-case hex over a line "name:type:size,size" for each entry of the state dict, in ordinal order of names.
    public static string Of(StackPlan stack)
    {
        using var lines = new Code();
        WriteLayers(lines, stack.Layers, "");
        using var hash = SHA256.Create();
        return Hex(lines.Hash(hash));
    }

    // A dot comes before all that names are made of, so that full names are in order where those of layers and those in each layer are.
    private static void WriteLayers(Code lines, EquatableArray<LayerPlan> layers, string path)
    {
        foreach (var layer in layers.InOrder(byLayer))
        {
            foreach (var tensor in layer.Tensors.InOrder(byTensor))
                WriteTensor(lines, path, layer, tensor);
            if (layer.Inner.Count > 0)
                WriteLayers(lines, layer.Inner, path + layer.Name + ".");
        }
    }

    private static void WriteTensor(Code lines, string path, LayerPlan layer, TensorEntry tensor)
    {
        lines.Write($"{path}{layer.Name}.{tensor.Name}:{tensor.Type}:");
        for (var dimension = 0; dimension < tensor.Sizes.Count; dimension++)
            lines.Write($"{(dimension == 0 ? "" : ",")}{tensor.Sizes[dimension]}");
        lines.Add("\n");
    }

    private static string Hex(byte[] bytes)
    {
        const string digits = "0123456789abcdef";
        var text = new char[2 * bytes.Length];
        for (var index = 0; index < bytes.Length; index++)
            (text[2 * index], text[(2 * index) + 1]) = (digits[bytes[index] >> 4], digits[bytes[index] & 0xF]);
        return new string(text);
    }
}
