using System.Net;

namespace CoLearn.Registry;

public sealed class RegistryStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Announce_NewestStart_Wins()
    {
        var (older, newer) = (Entry(1, Noon), Entry(2, Noon.AddTicks(1)));
        Assert.Equal(newer, new RegistryState().Announce(older).Announce(newer).Sites["a"]);
        Assert.Equal(newer, new RegistryState().Announce(newer).Announce(older).Sites["a"]);
    }

    [Fact]
    public void Announce_TwoStartsAtOnce_SettleOnOne()
    {
        var (one, other) = (Entry(1, Noon), Entry(2, Noon));
        Assert.Equal(
            new RegistryState().Announce(one).Announce(other).Sites["a"],
            new RegistryState().Announce(other).Announce(one).Sites["a"]);
    }

    [Fact]
    public void Withdraw_OfAnotherSilo_LeavesTheEntry()
    {
        var (older, newer) = (Entry(1, Noon), Entry(2, Noon.AddTicks(1)));
        var state = new RegistryState().Announce(older).Announce(newer);
        Assert.Same(state, state.Withdraw(older));
        Assert.Empty(state.Withdraw(newer).Sites);
    }

    private static SiteEntry Entry(int generation, DateTimeOffset started) => new("a", SiloAddress.New(IPAddress.Loopback, 1, generation), started, ["m/ann"]);
}
