namespace CoLearn.Exchange;

public sealed class DTypeTests
{
    [Fact]
    public void IsFloating_EveryType_IsThatOfTheFourWithAFraction() =>
        Assert.Equal([DType.F16, DType.BF16, DType.F32, DType.F64], Enum.GetValues<DType>().Where(type => type.IsFloating()));
}
