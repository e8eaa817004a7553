using Orleans.Concurrency;

namespace CoLearn.Exchange;

[StatelessWorker]
internal sealed class WeightsGrain(IWeightsStore store) : Grain, IWeightsGrain
{
    private const int PageBytes = 256 * 1024;

    public async Task<WeightsPage?> Read(string hash, long offset)
    {
        if (await store.GetAsync(hash) is not { } weights || offset < 0 || offset > weights.Bytes.Length)
            return null;
        var page = weights.Bytes.Slice((int)offset, (int)Math.Min(PageBytes, weights.Bytes.Length - offset));
        return new(weights.Format, weights.Bytes.Length, page.ToArray());
    }
}
