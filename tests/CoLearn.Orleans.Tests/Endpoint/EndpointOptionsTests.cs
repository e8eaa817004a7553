using CoLearn.Toy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CoLearn.Endpoint;

public sealed class EndpointOptionsTests
{
    [Theory, InlineData("http://0.0.0.0:0"), InlineData("http://*:0"), InlineData("https://[::]:0"), InlineData("http://10.1.2.3:80"), InlineData("http://weights.example:80")]
    public async Task Silo_WithoutAKeyAtAnAddressThatOthersReach_DoesNotStart(string url)
    {
        var error = await RefusedAsync(("Url", url));
        Assert.Equal(
            $"Anybody could fetch this silo's weights at {url}; set CoLearn:Endpoint:ClusterKey to one secret on all silos, or let Url be a loopback address such as http://127.0.0.1:0.", error);
    }

    [Fact]
    public async Task Silo_WithSettingsThatCannotBeUsed_SaysAllOfThemButNotTheKey()
    {
        Assert.Equal(
            "CoLearn:Endpoint:Url is 'ftp://x'; it must be an address such as http://127.0.0.1:0 or https://0.0.0.0:5443.; "
            + "CoLearn:Endpoint:ClusterKey cannot be used; it must have at least 16 visible ASCII characters and no spaces.; "
            + "CoLearn:Endpoint:Advertised is 'here'; it must be an address such as http://10.0.0.5:5080.; "
            + "CoLearn:Endpoint:Transfers is 0; it must be at least 1.",
            await RefusedAsync(("Url", "ftp://x"), ("ClusterKey", "too short"), ("Advertised", "here"), ("Transfers", "0")));
    }

    [Fact]
    public async Task Silo_WhoseAddressIsTaken_DoesNotStartAndSaysSo()
    {
        await using var first = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(1));
        var taken = Endpoints.AddressOf(first.Services);
        var options = Set(("Url", taken));
        options.Collective = "other";
        var error = await Assert.ThrowsAsync<EndpointException>(() => LocalCollective.StartAsync<CompassModel>(options));
        Assert.StartsWith($"This silo cannot serve its weights at {taken}: ", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(params (string Name, string Value)[] settings)
        => (await Assert.ThrowsAsync<OptionsValidationException>(() => LocalCollective.StartAsync<CompassModel>(Set(settings)))).Message;

    private static LocalOptions Set(params (string Name, string Value)[] settings)
    {
        var options = Compasses.Options(1);
        options.Configuration = sources => sources.AddInMemoryCollection(settings.Select(set => KeyValuePair.Create("CoLearn:Endpoint:" + set.Name, (string?)set.Value)));
        return options;
    }
}
