using System.Collections.Concurrent;

namespace CoLearn.Data;

/// <summary>
/// IDX files as the learners of a process share them: many are made from the same files, and at about the same time. A file is read once, and its content
/// is forgotten when nobody uses it any more.
/// </summary>
internal static class IdxFiles
{
    private static readonly ConcurrentDictionary<string, SharedFile> ByPath = new(StringComparer.Ordinal);

    /// <summary>Reads a file as <see cref="IdxFile.Read(string)"/> does, unless its content is in use and the file is still the same. Who comes while it is read waits.</summary>
    public static IdxArray Read(string path) => ByPath.GetOrAdd(Path.GetFullPath(path), _ => new()).Read(path);

    private sealed class SharedFile
    {
        private readonly Lock reading = new();
        private readonly WeakReference<IdxArray?> content = new(null);
        private (long Length, DateTime Written) version;

        public IdxArray Read(string path)
        {
            lock (reading)
            {
                // Looked at before it is read: where it changes meanwhile, the next one reads it again.
                var file = new FileInfo(path);
                var present = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
                if (present == version && content.TryGetTarget(out var known))
                    return known;
                var array = IdxFile.Read(path);
                content.SetTarget(array);
                version = present;
                return array;
            }
        }
    }
}
