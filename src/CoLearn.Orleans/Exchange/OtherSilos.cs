using CoLearn.Registry;

namespace CoLearn.Exchange;

/// <summary>Where the other silos serve their weights, by the registry.</summary>
internal sealed class OtherSilos(IGrainFactory grains, ILocalSiloDetails silo)
{
    public async Task<IReadOnlyList<Uri>> AddressesAsync()
    {
        var addresses = new List<Uri>();
        foreach (var site in await grains.GetGrain<IRegistryGrain>(0).Sites())
        {
            if (!site.Silo.Equals(silo.SiloAddress) && Uri.TryCreate(site.WeightsAddress, UriKind.Absolute, out var address))
                addresses.Add(address);
        }

        return addresses;
    }
}
