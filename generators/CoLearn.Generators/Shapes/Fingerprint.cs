using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoLearn.Generators.Shapes;

internal static class Fingerprint
{
    // SHA-256 in lower-case hex over a line "name:type:size,size" for each entry of the state dict, in ordinal order of names.
    public static string Of(StackPlan stack)
    {
        var entries = new List<(string Name, TensorEntry Tensor)>();
        AddEntries(entries, stack.Layers, "");
        entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));

        var lines = new StringBuilder();
        foreach (var (name, tensor) in entries)
        {
            lines.Append(name).Append(':').Append(tensor.Type).Append(':');
            for (var dimension = 0; dimension < tensor.Sizes.Count; dimension++)
                lines.Append(dimension == 0 ? "" : ",").Append(Literal.Of(tensor.Sizes[dimension]));
            lines.Append('\n');
        }

        using var hash = SHA256.Create();
        return Hex(hash.ComputeHash(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    private static void AddEntries(List<(string Name, TensorEntry Tensor)> entries, EquatableArray<LayerPlan> layers, string path)
    {
        foreach (var layer in layers)
        {
            var inside = path + layer.Name + ".";
            foreach (var tensor in layer.Tensors)
                entries.Add((inside + tensor.Name, tensor));
            AddEntries(entries, layer.Inner, inside);
        }
    }

    private static string Hex(byte[] bytes)
    {
        var text = new StringBuilder(2 * bytes.Length);
        foreach (var value in bytes)
            text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
