using System.Globalization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace CoLearn.Storage;

/// <summary>
/// Keeps the states of grains in one SQLite file of one silo. Orleans' own storage for databases is not used here, since it wants its tables made by
/// scripts that no package brings, commits each write on its own, and lets two silos open one file.
/// </summary>
internal sealed class SqliteGrainStorage(string path, IGrainStorageSerializer serializer, IActivatorProvider activators) : IGrainStorage, IDisposable
{
    private GroupCommit? commits;

    private GroupCommit Commits => commits ?? throw new StoreException($"The state in '{path}' is not open.");

    /// <summary>Opens the file; until then nothing can be read or written.</summary>
    /// <exception cref="StoreException">The file cannot be used.</exception>
    public void Open() => commits ??= new(StateFile.Open(path), path);

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = Key(stateName, grainId);
        if (await Commits.RunAsync(table => table.Read(key)) is not { } stored)
        {
            SetNothing(grainState);
            return;
        }

        grainState.State = serializer.Deserialize<T>(stored.Bytes) ?? NewState<T>();
        grainState.ETag = ETag(stored.Version);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = Key(stateName, grainId);
        var known = Version(grainState.ETag);
        var bytes = serializer.Serialize(grainState.State).ToArray();
        var (written, present) = await Commits.RunAsync(table =>
        {
            var next = table.Write(key, known, bytes);
            return (next, next ?? table.Read(key)?.Version);
        });
        if (written is null)
            throw Conflict("written", key, present, grainState.ETag);
        grainState.ETag = ETag(written);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = Key(stateName, grainId);
        var known = Version(grainState.ETag);
        var (cleared, present) = await Commits.RunAsync(table => (table.Clear(key, known), table.Read(key)?.Version));
        if (!cleared)
            throw Conflict("cleared", key, present, grainState.ETag);
        SetNothing(grainState);
    }

    /// <summary>Finishes what was asked for and lets go of the file.</summary>
    public void Dispose() => Interlocked.Exchange(ref commits, null)?.Dispose();

    private static StateKey Key(string stateName, GrainId grainId) => new(stateName, grainId.ToString());

    private static string? ETag(long? version) => version?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An ETag of another storage is no version that was ever written here.</summary>
    private static long? Version(string? etag)
        => etag is null ? null : long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private static InconsistentStateException Conflict(string what, StateKey key, long? present, string? known) => new(
        $"The state '{key.State}' of grain '{key.Grain}' was not {what}, since another activation has changed it meanwhile.", ETag(present) ?? "none", known ?? "none");

    private T NewState<T>() => activators.GetActivator<T>().Create();

    private void SetNothing<T>(IGrainState<T> grainState)
    {
        grainState.State = NewState<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }
}
