using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CoLearn.Exchange;

/// <summary>Weights as files in a folder that silos on one machine may share.</summary>
internal sealed partial class FileWeightsStore : IWeightsStore
{
    private readonly string directory;
    private readonly ILogger log;
    private readonly WeightsFiles files;
    private readonly FolderLock folder;
    private readonly HeldFiles held;
    private readonly WeightsCache cache;

    /// <summary>Readers queue, so that one reads and all share its copy.</summary>
    private readonly SemaphoreSlim reading = new(1);

    public FileWeightsStore(string directory, WeightsOptions options, ILogger log)
    {
        this.directory = directory;
        this.log = log;
        files = new(directory);
        cache = new(options.CacheBytes);
        folder = new(Path.Combine(directory, "lock"));
        held = new(files, new(Path.Combine(directory, "holds")), folder, options.KeptAccepts);
    }

    /// <summary>Makes the folder, and cleans it of what crashed processes have not finished.</summary>
    /// <exception cref="StoreException">The folder cannot be used.</exception>
    public void Open()
    {
        try
        {
            Directory.CreateDirectory(directory);
            using var process = Process.GetCurrentProcess();
            files.CleanUnfinished(process.StartTime.ToUniversalTime());
            Task.Run(() => folder.DoAsync(() => true)).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The weights cannot be kept in '{directory}', since that cannot be written; name another directory or let the silo write there.", error);
        }
    }

    public ValueTask PutAsync(WeightsHold hold, Weights weights)
    {
        if (weights.Format.Contains('\0', StringComparison.Ordinal))
            throw new StoreException($"The weights {weights.Hash.Short()} cannot be kept, since their format's name has a zero character.");
        return new(Task.Run(() => HoldAndWriteAsync(hold, weights)));
    }

    public ValueTask<Weights?> GetAsync(string hash)
    {
        if (!WeightsHash.IsHash(hash))
            return ValueTask.FromResult<Weights?>(null);
        return cache.Find(hash) is { } weights ? ValueTask.FromResult<Weights?>(weights) : new(Task.Run(() => LoadAsync(hash)));
    }

    public async ValueTask SettleAsync(WeightsHold hold, string? accepted) => Forget(await held.SettleAsync(hold, accepted));

    private async Task HoldAndWriteAsync(WeightsHold hold, Weights weights)
    {
        try
        {
            await held.HoldAsync(hold, weights.Hash);
            if (files.Has(weights) && await LoadAsync(weights.Hash) is not null)
                return;
            Write(weights);
            cache.Add(weights);
            // The round may have ended meanwhile.
            Forget(await held.SettleLateAsync(hold, weights.Hash));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogNotKept(log, weights.Hash.Short(), error.Message);
            // The learner's reason goes into the record, and this silo's paths do not.
            throw new StoreException($"The weights {weights.Hash.Short()} cannot be kept on this silo.", error);
        }
    }

    private void Write(Weights weights)
    {
        try
        {
            files.Write(weights);
        }
        catch (FileNotFoundException)
        {
            // A silo that has just started took it for what a crashed one left.
            files.Write(weights);
        }
    }

    private async Task<Weights?> LoadAsync(string hash)
    {
        await reading.WaitAsync();
        try
        {
            if (cache.Find(hash) is { } known)
                return known;
            var (weights, damaged) = files.Read(hash);
            if (damaged is not null)
                weights = await folder.DoAsync(() => ReadAgain(hash));
            if (weights is not null)
                cache.Add(weights);
            return weights;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(log, hash.Short(), error.Message);
            return null;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Another silo may have put the damaged file aside and a good one in its place.</summary>
    private Weights? ReadAgain(string hash)
    {
        var (weights, damaged) = files.Read(hash);
        if (damaged is not null)
            LogDamaged(log, hash.Short(), WeightsFiles.MoveAside(damaged));
        return weights;
    }

    private void Forget(IReadOnlySet<string> hashes)
    {
        foreach (var hash in hashes)
            cache.Remove(hash);
    }

    [LoggerMessage(LogLevel.Error, "The stored weights {Hash} have not the content of their name; they are not used and now called '{Aside}'.")]
    private static partial void LogDamaged(ILogger log, string hash, string aside);

    [LoggerMessage(LogLevel.Error, "The stored weights {Hash} cannot be read: {Reason}")]
    private static partial void LogUnreadable(ILogger log, string hash, string reason);

    [LoggerMessage(LogLevel.Error, "The weights {Hash} cannot be stored: {Reason}")]
    private static partial void LogNotKept(ILogger log, string hash, string reason);
}
