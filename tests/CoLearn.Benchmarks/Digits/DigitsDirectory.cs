using CoLearn.Data;
using CoLearn.Examples.ThreeSites;

namespace CoLearn.Benchmarks.Digits;

/// <summary>
/// The tutorial's split of MNIST's 60,000 training digits, as files: 54,000 to train with, and 6,000 that each learner halves into vote set and test
/// set, 3,000 of each in all.
/// </summary>
internal sealed class DigitsDirectory : IDisposable
{
    private const int Train = 54_000;
    private const int Held = 6_000;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-digits-");

    /// <exception cref="MissingException">The digits cannot be read; the message says why.</exception>
    public DigitsDirectory(string source)
    {
        try
        {
            var (images, labels) = (Read(source, "train-images-idx3-ubyte"), Read(source, "train-labels-idx1-ubyte"));
            var parts = SeededShuffle.Split(labels.Shape[0], seed: 0, Train, Held);
            foreach (var (part, items) in new[] { ("train", parts[0]), ("t10k", parts[1]) })
            {
                IdxWriter.Write(Path.Combine(FullName, $"{part}-images-idx3-ubyte"), images, items);
                IdxWriter.Write(Path.Combine(FullName, $"{part}-labels-idx1-ubyte"), labels, items);
            }
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Dispose();
            throw new MissingException($"The digits cannot be used ({problem.Message.TrimEnd('.')}); name a directory of MNIST's four files with --data.", problem);
        }
    }

    public string FullName => directory.FullName;

    public void Dispose() => directory.Delete(recursive: true);

    private static IdxArray Read(string source, string name)
    {
        var plain = Path.Combine(source, name);
        return IdxFile.Read(File.Exists(plain) ? plain : plain + ".gz");
    }
}
