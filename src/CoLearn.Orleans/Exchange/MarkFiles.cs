using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoLearn.Exchange;

/// <summary>
/// The marks of collectives as empty files <c>&lt;round&gt;.&lt;hash&gt;</c> and <c>&lt;round&gt;.&lt;hash&gt;.accepted</c> in a folder a collective, so that
/// they outlive the process and are the same for all. Whoever reads and writes them holds the lock.
/// </summary>
internal sealed class MarkFiles(string directory)
{
    private const string Accepted = "accepted";

    /// <summary>Longer names are hashed: they must fit a file system's 255 bytes.</summary>
    private const int LongestFolder = 200;

    public ImmutableHashSet<WeightsMark> Read(string collective)
        => Folder(collective) is { Exists: true } folder ? [.. folder.EnumerateFiles().Select(MarkOf).OfType<WeightsMark>()] : [];

    /// <summary>Makes marks first and removes others then, so that a crash between leaves too many, never too few.</summary>
    public void Write(string collective, ImmutableHashSet<WeightsMark> before, ImmutableHashSet<WeightsMark> after)
    {
        var folder = Folder(collective);
        folder.Create();
        foreach (var mark in after.Except(before))
            File.Create(Path.Combine(folder.FullName, NameOf(mark))).Dispose();
        foreach (var mark in before.Except(after))
            File.Delete(Path.Combine(folder.FullName, NameOf(mark)));
        if (after.IsEmpty && !folder.EnumerateFileSystemInfos().Any())
            folder.Delete();
    }

    /// <summary>All that collectives hold, but for one of them.</summary>
    public HashSet<string> HeldByOthers(string collective)
    {
        var own = FolderOf(collective);
        return Directory.Exists(directory)
            ? [.. new DirectoryInfo(directory).EnumerateDirectories().Where(folder => folder.Name != own)
                .SelectMany(folder => folder.EnumerateFiles()).Select(MarkOf).OfType<WeightsMark>().Select(mark => mark.Hash)]
            : [];
    }

    private DirectoryInfo Folder(string collective) => new(Path.Combine(directory, FolderOf(collective)));

    private static string NameOf(WeightsMark mark)
        => FormattableString.Invariant($"{mark.Round}.{mark.Hash}") + (mark.Accepted ? '.' + Accepted : string.Empty);

    private static WeightsMark? MarkOf(FileInfo file) => file.Name.Split('.') switch
    {
        [var round, var hash] when IsMark(round, hash, out var index) => new(index, hash, Accepted: false),
        [var round, var hash, Accepted] when IsMark(round, hash, out var index) => new(index, hash, Accepted: true),
        _ => null,
    };

    private static bool IsMark(string round, string hash, out int index)
        => int.TryParse(round, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index) && WeightsHash.IsHash(hash);

    /// <summary>A collective's name as a folder's: different for names that differ in case only, and never a path.</summary>
    private static string FolderOf(string collective)
    {
        var folder = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetBytes(collective))
            _ = char.IsAsciiLetterLower((char)letter) || char.IsAsciiDigit((char)letter) || letter is (byte)'-' or (byte)'_'
                ? folder.Append((char)letter)
                : folder.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
        return folder.Length is > 0 and <= LongestFolder ? folder.ToString() : "%" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(collective)));
    }
}
