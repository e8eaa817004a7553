using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace CoLearn.Exchange;

/// <summary>
/// Which weights of a folder are held, and the files of those that are held no more. A mark is made before its file and removed after it, so that a
/// crash leaves no file that nobody holds.
/// </summary>
internal sealed class HeldFiles(WeightsFiles files, MarkFiles marks, FolderLock folder, int keptAccepts)
{
    /// <summary>What was settled last: every learner of a silo says the same, and once is enough.</summary>
    private readonly ConcurrentDictionary<string, (int Round, string? Accepted)> settled = [];

    /// <summary>Lets a round hold weights; their file may follow.</summary>
    public Task HoldAsync(WeightsHold hold, string hash)
    {
        settled.TryRemove(hold.Collective, out _);
        return folder.DoAsync(() =>
        {
            var held = marks.Read(hold.Collective);
            marks.Write(hold.Collective, held, held.Put(hold.Round, hash));
            return true;
        });
    }

    /// <summary>Settles a round.</summary>
    /// <returns>Whose files were removed.</returns>
    public async ValueTask<IReadOnlySet<string>> SettleAsync(WeightsHold hold, string? accepted)
        => IsSettled(hold, accepted) ? ImmutableHashSet<string>.Empty : await Task.Run(() => folder.DoAsync(() => Settle(hold, accepted)));

    /// <summary>Removes a file that was written while its round was settled, where nobody holds it.</summary>
    /// <returns>Whose files were removed.</returns>
    public Task<IReadOnlySet<string>> SettleLateAsync(WeightsHold hold, string hash)
        => folder.DoAsync(() => Remove(hold.Collective, [hash], marks.Read(hold.Collective)));

    private bool IsSettled(WeightsHold hold, string? accepted)
        => settled.TryGetValue(hold.Collective, out var last) && last == (hold.Round, accepted);

    private IReadOnlySet<string> Settle(WeightsHold hold, string? accepted)
    {
        if (IsSettled(hold, accepted))
            return ImmutableHashSet<string>.Empty;
        var before = marks.Read(hold.Collective);
        var after = before.Settle(hold.Round, accepted, keptAccepts);
        var removed = Remove(hold.Collective, before.Except(after).Select(mark => mark.Hash), after);
        marks.Write(hold.Collective, before, after);
        settled[hold.Collective] = (hold.Round, accepted);
        return removed;
    }

    private IReadOnlySet<string> Remove(string collective, IEnumerable<string> hashes, ImmutableHashSet<WeightsMark> stillHeld)
    {
        var free = hashes.Except(stillHeld.Select(mark => mark.Hash)).ToHashSet();
        if (free.Count > 0)
            free.ExceptWith(marks.HeldByOthers(collective));
        foreach (var hash in free)
            files.Delete(hash);
        return free;
    }
}
