using System.Buffers.Binary;
using System.Text;
using CsCheck;

namespace CoLearn.Exchange;

public sealed class SafeTensorsTests
{
    private static readonly string[] OddNames = ["é\u0001\"\\\n", "層.weight", "😀", "\ud7ff", "\uffee"];

    private static readonly Gen<NamedTensor> AnyTensor =
        from name in Gen.OneOf(Gen.String[Gen.Char[' ', '~'], 1, 12], Gen.Int[0, OddNames.Length - 1].Select(i => OddNames[i]))
        from type in Gen.Enum<DType>()
        from shape in Gen.Long[0, 3].List[0, 4]
        let size = (int)shape.Aggregate((long)type.SizeInBytes(), (product, extent) => product * extent)
        from data in Gen.Byte[0, type == DType.BOOL ? (byte)1 : (byte)255].Array[size]
        select new NamedTensor(name, type, shape, data);

    private static readonly Gen<NamedTensor[]> AnyTensors =
        AnyTensor.Array[0, 6].Select(tensors => tensors.DistinctBy(tensor => tensor.Name).ToArray());

    [Fact]
    public void Write_TwoTensors_IsTheCanonicalFile()
    {
        var weights = SafeTensors.Write(
        [
            new("b", DType.U8, [2], new byte[] { 7, 8 }),
            new("a.weight", DType.F32, [1, 1], new byte[] { 0, 0, 128, 63 }),
        ]);

        const string header = """{"a.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[2],"data_offsets":[4,6]}}""";
        var padded = header.PadRight((header.Length + 7) / 8 * 8);
        Assert.Equal((ulong)padded.Length, BinaryPrimitives.ReadUInt64LittleEndian(weights.Bytes.Span));
        Assert.Equal(padded, Encoding.UTF8.GetString(weights.Bytes.Span.Slice(8, padded.Length)));
        Assert.Equal(new byte[] { 0, 0, 128, 63, 7, 8 }, weights.Bytes.Span[(8 + padded.Length)..].ToArray());
        Assert.Equal(Weights.SafeTensors, weights.Format);
    }

    [Fact]
    public void Write_NoTensors_RoundTrips() => Assert.Empty(SafeTensors.Read(SafeTensors.Write([])));

    [Fact]
    public void Write_ThenRead_GivesTheTensorsInOrdinalOrder() => AnyTensors.Sample(tensors =>
    {
        var read = SafeTensors.Read(SafeTensors.Write(tensors));

        Assert.Equal(tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal), read.Select(tensor => tensor.Name));
        foreach (var tensor in read)
        {
            var written = tensors.Single(other => other.Name == tensor.Name);
            Assert.Equal(written.Type, tensor.Type);
            Assert.Equal(written.Shape, tensor.Shape);
            Assert.True(written.Data.Span.SequenceEqual(tensor.Data.Span));
        }
    });

    [Fact]
    public void Write_AnyOrderOfTensors_GivesTheSameBytesAndHash() => AnyTensors.Sample(tensors =>
    {
        var weights = SafeTensors.Write(tensors);
        var again = SafeTensors.Write(SafeTensors.Read(weights));
        var reversed = SafeTensors.Write(tensors.Reverse());

        Assert.True(weights.Bytes.Span.SequenceEqual(again.Bytes.Span));
        Assert.Equal(weights.Hash, again.Hash);
        Assert.Equal(weights.Hash, reversed.Hash);
        Assert.Equal(0, (8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(weights.Bytes.Span)) % 8);
    });

    [Fact]
    public void Read_MutatedBytes_ThrowsFormatExceptionOrRoundTrips()
    {
        var mutation = Gen.Select(AnyTensors, Gen.Select(Gen.Int[0, 400], Gen.Byte, Gen.Int[0, 3]).List[1, 4]);
        mutation.Sample((tensors, edits) =>
        {
            var bytes = SafeTensors.Write(tensors).Bytes.ToArray().ToList();
            foreach (var (at, value, kind) in edits)
            {
                var index = bytes.Count == 0 ? 0 : at % bytes.Count;
                switch (kind)
                {
                    case 0 when bytes.Count > 0:
                        bytes[index] = value;
                        break;
                    case 1 when bytes.Count > 0:
                        bytes.RemoveAt(index);
                        break;
                    case 2:
                        bytes.Insert(index, value);
                        break;
                    default:
                        bytes.RemoveRange(index, bytes.Count - index);
                        break;
                }
            }

            var mutated = new Weights(Weights.SafeTensors, bytes.ToArray());
            try
            {
                Assert.Equal(mutated.Hash, SafeTensors.Write(SafeTensors.Read(mutated)).Hash);
            }
            catch (FormatException exception)
            {
                Assert.EndsWith(".", exception.Message);
            }
        }, iter: 3_000);
    }

    [Fact]
    public void Read_AnyBytes_ThrowsNothingButFormatException() => Gen.Byte.Array[0, 64].Sample(bytes =>
        Record.Exception(() => SafeTensors.Read(new Weights(Weights.SafeTensors, bytes))) is null or FormatException);

    [Theory]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 3, "cover 2")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 1, "run past the end")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "gap")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "overlap")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "duplicate")]
    [InlineData("""{"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "out of order")]
    [InlineData("""{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,2]}}""", 2, "shape needs 3")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,0]}}""", 0, "impossible shape")]
    [InlineData("""{"a":{"dtype":"F64","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "impossible shape")]
    [InlineData("""{"a":{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,0]}}""", 0, "not valid JSON")]
    [InlineData("""{"a":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}}""", 8, "unknown type 'C64'")]
    [InlineData("""{"a":{"dtype":"9","shape":[1],"data_offsets":[0,8]}}""", 8, "unknown type '9'")]
    [InlineData("""{"a":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]}}""", 1, "truth values")]
    [InlineData("""{"a": {"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "canonical")]
    [InlineData("""{"\u0061":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "canonical")]
    [InlineData("""{"a":{"dtype":"U8","data_offsets":[0,1],"shape":[1]}}""", 1, "not valid JSON")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1e0],"data_offsets":[0,1]}}""", 1, "not valid JSON")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"more":1}}""", 1, "not valid JSON")]
    [InlineData("""{"\ud800":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "not valid JSON")]
    [InlineData("""{"__metadata__":{"format":"pt"},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "__metadata__")]
    [InlineData("""[]""", 0, "not valid JSON")]
    [InlineData("""{}{}""", 0, "not valid JSON")]
    [InlineData("", 0, "not valid JSON")]
    public void Read_NotCanonical_ThrowsOneSentence(string header, int dataBytes, string expected)
    {
        var padded = Encoding.UTF8.GetBytes(header.PadRight((header.Length + 7) / 8 * 8));
        byte[] bytes = [.. BitConverter.GetBytes((ulong)padded.Length), .. padded, .. Enumerable.Repeat((byte)2, dataBytes)];

        var exception = Assert.Throws<FormatException>(() => SafeTensors.Read(new Weights(Weights.SafeTensors, bytes)));

        Assert.Contains(expected, exception.Message);
        Assert.EndsWith(".", exception.Message);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(SafeTensors.MaxHeaderBytes + 1UL)]
    [InlineData(1000UL)]
    public void Read_HeaderLongerThanItMayBe_ThrowsFormatException(ulong announced)
    {
        byte[] bytes = [.. BitConverter.GetBytes(announced), .. "{}      "u8];

        Assert.Throws<FormatException>(() => SafeTensors.Read(new Weights(Weights.SafeTensors, bytes)));
    }

    [Fact]
    public void Read_OtherFormat_ThrowsFormatException()
    {
        var exception = Assert.Throws<FormatException>(() => SafeTensors.Read(new Weights("forest", new byte[8])));

        Assert.Equal("The weights are of format 'forest', not 'safetensors'.", exception.Message);
    }

    [Fact]
    public void Read_Tensors_AreSlicesOfTheWeights()
    {
        var weights = SafeTensors.Write([new("a", DType.U8, [1], new byte[] { 3 })]);

        var data = SafeTensors.Read(weights)[0].Data;

        Assert.True(weights.Bytes.Span[^1..].Overlaps(data.Span));
    }

    [Fact]
    public void Write_SameNameTwice_ThrowsArgumentException() => Assert.Throws<ArgumentException>(() =>
        SafeTensors.Write([new("a", DType.U8, [0], default), new("a", DType.U8, [0], default)]));

    [Theory]
    [InlineData("", 1)]
    [InlineData("__metadata__", 1)]
    [InlineData("a", 2)]
    public void Write_BadTensor_ThrowsArgumentException(string name, int extent) => Assert.Throws<ArgumentException>(() =>
        SafeTensors.Write([new(name, DType.U8, [extent], new byte[1])]));

    [Fact]
    public void Write_LoneSurrogateInName_ThrowsArgumentException() => Assert.Throws<ArgumentException>(() =>
        SafeTensors.Write([new("a\ud800", DType.U8, [1], new byte[1])]));
}
