using CoLearn.Exchange;

namespace CoLearn.Screening;

public sealed class LayoutTests
{
    private static readonly NamedTensor[] Expected = [new("b", DType.F32, [2], new byte[8]), new("d", DType.F32, [], new byte[4])];

    public static TheoryData<NamedTensor[], string?> Found => new()
    {
        { Expected, null },
        { [], "the tensor 'b' is missing" },
        { [Expected[0]], "the tensor 'd' is missing" },
        { [Expected[1]], "the tensor 'b' is missing" },
        { [new("a", DType.F32, [], new byte[4]), .. Expected], "the tensor 'a' is unexpected" },
        { [Expected[0], new("c", DType.F32, [], new byte[4]), Expected[1]], "the tensor 'c' is unexpected" },
        { [.. Expected, new("e", DType.F32, [], new byte[4])], "the tensor 'e' is unexpected" },
        { [Expected[0] with { Type = DType.F16 }, Expected[1]], "the tensor 'b' has type F16 instead of F32" },
        { [Expected[0] with { Shape = [2, 1] }, Expected[1]], "the tensor 'b' has shape (2, 1) instead of (2)" },
        { [Expected[0], Expected[1] with { Shape = [1] }], "the tensor 'd' has shape (1) instead of ()" },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void Difference_OfTensors_IsTheFirst(NamedTensor[] found, string? difference) => Assert.Equal(difference, Layout.Difference(Expected, found));
}
