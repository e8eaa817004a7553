using CoLearn.Exchange;

namespace CoLearn;

/// <summary>Reads a blob page by page and checks its hash.</summary>
internal static class WeightsReader
{
    private const long MaxBytes = int.MaxValue - 64;

    public static async Task<Weights> ReadAsync(IGrainFactory grains, string collective, string hash, CancellationToken cancellation)
    {
        var source = grains.GetGrain<IWeightsGrain>(0);
        var first = await PageAsync(0);
        if (first.TotalBytes is < 0 or > MaxBytes)
            throw Broken($"they claim {first.TotalBytes} bytes");

        var bytes = new byte[first.TotalBytes];
        var read = 0L;
        for (var page = first; ; page = await PageAsync(read))
        {
            if (page.TotalBytes != bytes.Length || page.Bytes.Length > bytes.Length - read || (page.Bytes.Length == 0 && read < bytes.Length))
                throw Broken("their size changed while they were read");
            page.Bytes.CopyTo(bytes, read);
            read += page.Bytes.Length;
            if (read == bytes.Length)
                break;
        }

        var weights = new Weights(first.Format, bytes);
        return weights.Hash == hash ? weights : throw Broken("their content does not have that hash");

        async Task<WeightsPage> PageAsync(long offset)
            => await Contact.AskAsync(collective, () => source.Read(hash, offset), cancellation) ?? throw Broken("no silo within reach holds them any more");

        CollectiveException Broken(string why)
            => new($"The weights {hash[..12]} of collective '{collective}' cannot be read: {why}.");
    }
}
