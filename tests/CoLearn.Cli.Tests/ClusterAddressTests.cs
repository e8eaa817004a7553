using CoLearn.Clusters;

namespace CoLearn;

public sealed class ClusterAddressTests
{
    [Theory]
    [InlineData("localhost:30000", "localhost", 30000, false)]
    [InlineData("10.0.0.1:1", "10.0.0.1", 1, false)]
    [InlineData("[::1]:30000", "::1", 30000, false)]
    [InlineData("redis://cache.example:6379", "cache.example", 6379, true)]
    [InlineData("REDIS://cache:6379/", "cache", 6379, true)]
    public void Parse_Address_HasItsParts(string text, string host, int port, bool isRedis)
        => Assert.Equal(new ClusterAddress(host, port, isRedis), ClusterAddress.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("host")]
    [InlineData(":1")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:-1")]
    [InlineData("host:65536")]
    [InlineData("ho st:1")]
    [InlineData("redis://")]
    [InlineData("redis://host")]
    [InlineData("user@host:1")]
    public void Parse_NoAddress_IsNull(string text) => Assert.Null(ClusterAddress.Parse(text));
}
