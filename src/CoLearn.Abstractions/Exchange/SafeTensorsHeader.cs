using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CoLearn.Exchange;

/// <summary>The header of a safetensors file: <c>{"name":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},…}</c>, padded with blanks.</summary>
internal static class SafeTensorsHeader
{
    public const string Metadata = "__metadata__";

    /// <summary>The canonical header of tensors that are in ordinal order.</summary>
    public static byte[] Write(IReadOnlyList<NamedTensor> tensors)
    {
        var text = new StringBuilder("{");
        var begin = 0L;
        foreach (var tensor in tensors)
        {
            if (text.Length > 1)
                text.Append(',');
            AppendString(text, tensor.Name);
            var end = begin + tensor.Data.Length;
            text.Append(":{\"dtype\":\"").Append(tensor.Type.ToString()).Append("\",\"shape\":[")
                .AppendJoin(',', tensor.Shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture)))
                .Append(CultureInfo.InvariantCulture, $"],\"data_offsets\":[{begin},{end}]}}");
            begin = end;
        }

        text.Append('}');
        var length = Encoding.UTF8.GetByteCount(text.ToString());
        text.Append(' ', (8 - length % 8) % 8);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads a header and cuts the data by it. Order and coverage are checked here; the rest of the canonical form by the caller.</summary>
    public static NamedTensor[] Read(ReadOnlySpan<byte> header, ReadOnlyMemory<byte> data)
    {
        try
        {
            return ReadTensors(header, data);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException("The header of the weights is not valid JSON of the safetensors format.", exception);
        }
    }

    private static NamedTensor[] ReadTensors(ReadOnlySpan<byte> header, ReadOnlyMemory<byte> data)
    {
        var json = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = 8 });
        Expect(ref json, JsonTokenType.StartObject);
        var tensors = new List<NamedTensor>();
        long end = 0;
        while (Next(ref json) == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            if (name == Metadata)
                throw new FormatException($"The header of the weights has '{Metadata}', which the canonical form does not.");
            if (tensors.Count == SafeTensors.MaxTensors)
                throw new FormatException($"The weights hold more than the {SafeTensors.MaxTensors} tensors allowed.");
            if (tensors.Count > 0 && string.CompareOrdinal(tensors[^1].Name, name) >= 0)
                throw new FormatException($"In the weights, the tensor '{name}' is a duplicate or out of order.");

            tensors.Add(ReadTensor(ref json, name, data, ref end));
        }

        if (json.TokenType != JsonTokenType.EndObject || json.Read())
            throw new JsonException();
        if (end != data.Length)
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The weights hold {data.Length} bytes of data, but their tensors cover {end}."));

        return [.. tensors];
    }

    private static NamedTensor ReadTensor(ref Utf8JsonReader json, string name, ReadOnlyMemory<byte> data, ref long end)
    {
        Expect(ref json, JsonTokenType.StartObject);
        ExpectProperty(ref json, "dtype");
        Expect(ref json, JsonTokenType.String);
        var typeName = json.GetString();
        // Enum.TryParse would take "9" and "f32" as well.
        if (!Enum.TryParse<DType>(typeName, out var type) || type.ToString() != typeName)
            throw new FormatException($"In the weights, the tensor '{name}' has the unknown type '{typeName}'.");

        ExpectProperty(ref json, "shape");
        var shape = ReadNumbers(ref json, SafeTensors.MaxDimensions);
        ExpectProperty(ref json, "data_offsets");
        var offsets = ReadNumbers(ref json, 2);
        Expect(ref json, JsonTokenType.EndObject);
        if (offsets.Length != 2 || offsets[0] != end || offsets[1] < offsets[0] || offsets[1] > data.Length)
            throw new FormatException($"In the weights, the data of the tensor '{name}' leave a gap, overlap or run past the end.");

        end = offsets[1];
        return new NamedTensor(name, type, shape, data[(int)offsets[0]..(int)offsets[1]]);
    }

    private static long[] ReadNumbers(ref Utf8JsonReader json, int most)
    {
        Expect(ref json, JsonTokenType.StartArray);
        var numbers = new List<long>();
        while (Next(ref json) != JsonTokenType.EndArray)
        {
            if (numbers.Count == most || json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out var number))
                throw new JsonException();
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static void ExpectProperty(ref Utf8JsonReader json, string name)
    {
        Expect(ref json, JsonTokenType.PropertyName);
        if (!json.ValueTextEquals(name))
            throw new JsonException();
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (Next(ref json) != type)
            throw new JsonException();
    }

    private static JsonTokenType Next(ref Utf8JsonReader json) => json.Read() ? json.TokenType : throw new JsonException();

    // By hand: what System.Text.Json escapes depends on the Unicode tables of the runtime, and a hash must not.
    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }
}
