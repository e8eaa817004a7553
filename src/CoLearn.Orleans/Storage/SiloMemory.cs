using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace CoLearn.Storage;

/// <summary>
/// Keeps states in one silo's memory, and they end with it: what its learners note, where weights are kept in its memory, too; and all, where there is no other
/// silo. States are immutable, and the object itself is kept.
/// </summary>
internal sealed class SiloMemory(IActivatorProvider activators) : IGrainStorage
{
    private readonly ConcurrentDictionary<(string State, GrainId Grain), Noted> notes = [];
    private long writes;

    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (notes.TryGetValue((stateName, grainId), out var note))
            (grainState.State, grainState.ETag, grainState.RecordExists) = ((T)note.State, note.ETag, true);
        else
            SetNothing(grainState);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        var next = Interlocked.Increment(ref writes).ToString(CultureInfo.InvariantCulture);
        var written = notes.TryGetValue(key, out var known)
            ? known.ETag == grainState.ETag && notes.TryUpdate(key, new(grainState.State!, next), known)
            : grainState.ETag is null && notes.TryAdd(key, new(grainState.State!, next));
        if (!written)
            throw Conflict(key, grainState.ETag);
        (grainState.ETag, grainState.RecordExists) = (next, true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        if (notes.TryGetValue(key, out var known) && (known.ETag != grainState.ETag || !notes.TryRemove(new(key, known))))
            throw Conflict(key, grainState.ETag);
        SetNothing(grainState);
        return Task.CompletedTask;
    }

    private InconsistentStateException Conflict((string State, GrainId Grain) key, string? known) => new(
        $"The state '{key.State}' of grain '{key.Grain}' was not changed, since another activation has changed it meanwhile.",
        notes.TryGetValue(key, out var present) ? present.ETag : "none",
        known ?? "none");

    private void SetNothing<T>(IGrainState<T> grainState)
    {
        grainState.State = activators.GetActivator<T>().Create();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private sealed class Noted(object state, string etag)
    {
        public object State => state;

        public string ETag => etag;
    }
}
