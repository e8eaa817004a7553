using CoLearn.Endpoint;
using Microsoft.Extensions.Logging;

namespace CoLearn.Exchange;

/// <summary>
/// Fetches weights by hash from whichever silo has them. All are asked at once, in an order of chance, and the first that has them sends: so that many silos
/// that want the same do not all wait for the one that made it, since who was served serves the next.
/// </summary>
internal sealed partial class WeightsPull(
    Func<Task<IReadOnlyList<Uri>>> silos, ClusterKey key, HttpMessageHandler handler, TimeProvider time, ILogger log) : IDisposable
{
    /// <summary>How often all are asked again although none of them got further.</summary>
    private const int MostVainLooks = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly HttpClient http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The weights; <see langword="null"/> where no silo within reach gives them.</summary>
    public async Task<Weights?> PullAsync(string hash, long maxBytes)
    {
        using var arrival = new Arrival(hash, maxBytes);
        var known = new Dictionary<Uri, WeightsSource>();
        var began = time.GetTimestamp();
        for (var vain = 0; vain < MostVainLooks && time.GetElapsedTime(began) < LongestWait;)
        {
            var before = arrival.Received;
            var isListed = await ListAsync(known);
            var (weights, busy, failed) = await LookAsync(arrival, InOrderOfChance(known.Values.Where(source => !source.IsGivenUp)));
            if (weights is not null || !(busy || failed || !isListed))
                return weights;
            vain = busy || arrival.Received > before ? 0 : vain + 1;
            // Who is busy is not asked by all of the others at once again.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(50, 150)), time);
        }

        return null;
    }

    public void Dispose() => http.Dispose();

    /// <summary>Adds silos that have come since.</summary>
    private async Task<bool> ListAsync(Dictionary<Uri, WeightsSource> known)
    {
        try
        {
            foreach (var silo in await silos())
                known.TryAdd(silo, new(silo, http, key, time));
            return true;
        }
        catch (Exception error)
        {
            // The registry may be on a silo that has just died.
            LogUnlisted(log, error.Message);
            return false;
        }
    }

    private static WeightsSource[] InOrderOfChance(IEnumerable<WeightsSource> sources)
    {
        WeightsSource[] shuffled = [.. sources];
        Random.Shared.Shuffle(shuffled);
        return shuffled;
    }

    private async Task<(Weights? Weights, bool Busy, bool Failed)> LookAsync(Arrival arrival, IReadOnlyList<WeightsSource> sources)
    {
        var (busy, failed) = (false, false);
        await foreach (var asked in Task.WhenEach(sources.Select(AskAsync)))
        {
            var (source, answer) = await asked;
            if (answer == SourceAnswer.Has)
                answer = await source.SendAsync(arrival);
            if (arrival.IsWhole && arrival.Conclude() is { } weights)
                return (weights, false, false);
            if (arrival.IsWhole)
                answer = Discard(arrival, sources);
            else if (answer == SourceAnswer.Failed)
                LogTrouble(log, arrival.Hash.Short(), source.Silo, source.Trouble);
            busy |= answer == SourceAnswer.Busy;
            failed |= answer == SourceAnswer.Failed;
        }

        return (null, busy, failed);

        async Task<(WeightsSource Source, SourceAnswer Answer)> AskAsync(WeightsSource source) => (source, await source.AskAsync(arrival.Hash));
    }

    /// <summary>Who sent all of it lied or is damaged, and is asked no more; of several nobody knows which, and each may fail a few times.</summary>
    private SourceAnswer Discard(Arrival arrival, IReadOnlyList<WeightsSource> sources)
    {
        LogWrong(log, arrival.Hash.Short(), string.Join(" and ", arrival.From));
        foreach (var source in sources.Where(source => arrival.From.Contains(source.Silo)))
        {
            if (arrival.From.Count == 1)
                source.GiveUp();
            else
                source.Fail("its bytes may be wrong");
        }

        arrival.Clear();
        return SourceAnswer.Failed;
    }

    [LoggerMessage(LogLevel.Warning, "The weights {Hash} did not come from {Silo}: {Reason}.")]
    private static partial void LogTrouble(ILogger log, string hash, Uri silo, string reason);

    [LoggerMessage(LogLevel.Warning, "Which silos serve weights is not known now: {Reason}")]
    private static partial void LogUnlisted(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "What came from {Silos} is not the weights {Hash}; it is not used.")]
    private static partial void LogWrong(ILogger log, string hash, string silos);
}
