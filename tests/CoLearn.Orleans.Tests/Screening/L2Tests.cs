using CoLearn.Averaging;
using CoLearn.Exchange;
using CsCheck;

namespace CoLearn.Screening;

public sealed class L2Tests
{
    [Fact]
    public void Norm_OfAllFloatingTypes_IsOneSumInTheTensorsOrder()
    {
        NamedTensor[] tensors =
        [
            new("a", DType.F16, [1], BitConverter.GetBytes((Half)2)),
            new("b", DType.I32, [1], BitConverter.GetBytes(100)),
            new("c", DType.BF16, [1], new byte[] { 0x80, 0x40 }),
            new("d", DType.F32, [1], BitConverter.GetBytes(-4f)),
            new("e", DType.F64, [1], BitConverter.GetBytes(2.0)),
            new("f", DType.BOOL, [1], new byte[] { 1 }),
        ];

        Assert.Equal(Math.Sqrt(4 + 16 + 16 + 4), L2.Norm(tensors));
        Assert.Equal(0, L2.Distance(tensors, tensors));
    }

    [Fact]
    public void Lengths_OfAnyNumbers_AreTheRootsOfTheirSquares() => Gen.Select(Drawn.Layout, Gen.Int[0, 1_000_000]).Sample(
        (layout, seed) =>
        {
            var tensors = SafeTensors.Read(Drawn.Weights(layout, seed));
            var others = SafeTensors.Read(Drawn.Weights(layout, seed + 1));
            var (norm, distance) = (0.0, 0.0);
            foreach (var (number, other) in Numbers(tensors).Zip(Numbers(others)))
            {
                norm += number * number;
                distance += (number - other) * (number - other);
            }

            Assert.Equal(Math.Sqrt(norm), L2.Norm(tensors));
            Assert.Equal(Math.Sqrt(distance), L2.Distance(tensors, others));
        },
        iter: 300);

    private static IEnumerable<double> Numbers(IReadOnlyList<NamedTensor> tensors) => tensors.Where(tensor => tensor.Type.IsFloating()).SelectMany(tensor =>
    {
        var numbers = new double[tensor.Count()];
        tensor.Widen(0, numbers);
        return numbers;
    });
}
