using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using static TorchSharp.torch;

namespace CoLearn.Data;

/// <summary>
/// Private data from a directory of four IDX files such as MNIST's or Fashion-MNIST's. Training pictures are shuffled by the collective's seed,
/// alike for every learner, and dealt out to the learners; test pictures too, and a learner's share of them is halved into vote set and test set.
/// </summary>
/// <remarks>
/// Settings: <c>Path</c>, the directory (required); <c>Shard:Count</c>, how many learners share the files (1), and <c>Shard:Index</c>, which of
/// them this is, from 0 (0); <c>TrainImages</c>, <c>TrainLabels</c>, <c>TestImages</c>, <c>TestLabels</c>, file names other than
/// <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>, <c>t10k-images-idx3-ubyte</c> and <c>t10k-labels-idx1-ubyte</c>, each looked
/// for as it is and with <c>.gz</c>. Features have shape (1, height, width), kept as bytes and scaled to [0, 1] in batches; targets are classes. Learners
/// of one process that load the same files at about the same time share what was read.
/// </remarks>
public sealed class IdxData : ILearnerData<LearnerSets>
{
    /// <inheritdoc/>
    public Task<LearnerSets> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(configuration);
        return Task.Run(() => Load(context, configuration, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<object?> PrepareAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Task.Run<object?>(() => Prepare(configuration, cancellation), cancellation);
    }

    private static IReadOnlyList<IdxArray> Prepare(IConfiguration configuration, CancellationToken cancellation)
    {
        var files = new List<IdxArray>();
        foreach (var path in IdxDataSettings.ExistingFiles(configuration))
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(IdxFiles.Read(path));
        }

        return files;
    }

    private static LearnerSets Load(LearnerContext context, IConfiguration configuration, CancellationToken cancellation)
    {
        var settings = IdxDataSettings.Read(context, configuration);
        var (trainImages, trainLabels) = ReadPair(context, settings.TrainImages, settings.TrainLabels);
        cancellation.ThrowIfCancellationRequested();
        var (testImages, testLabels) = ReadPair(context, settings.TestImages, settings.TestLabels);
        cancellation.ThrowIfCancellationRequested();

        var train = settings.Shard.Deal(Shuffled(context, trainLabels, "train"));
        var held = settings.Shard.Deal(Shuffled(context, testLabels, "test"));
        var vote = held[..((held.Length + 1) / 2)];
        var test = held[vote.Length..];
        return new LearnerSets(
            Examples(trainImages, trainLabels, train),
            Examples(testImages, testLabels, vote),
            test.Length == 0 ? null : Examples(testImages, testLabels, test));
    }

    // The collective's seed, not the learner's: shares of one permutation are disjoint.
    private static int[] Shuffled(LearnerContext context, IdxArray labels, string purpose) =>
        SeededShuffle.Permutation(labels.Shape[0], Seed.For(context.CollectiveSeed, "", round: -1, purpose));

    private static (IdxArray Images, IdxArray Labels) ReadPair(LearnerContext context, string imagesPath, string labelsPath)
    {
        var images = Read(context, imagesPath);
        var labels = Read(context, labelsPath);
        if (images.Shape.Count != 3)
            throw Unusable(context, $"'{imagesPath}' has {images.Shape.Count} dimensions, but pictures have 3");
        if (labels.Shape.Count != 1)
            throw Unusable(context, $"'{labelsPath}' has {labels.Shape.Count} dimensions, but labels have 1");
        if (images.Shape[0] != labels.Shape[0])
            throw Unusable(context, $"'{imagesPath}' holds {images.Shape[0]} pictures, but '{labelsPath}' holds {labels.Shape[0]} labels");
        return (images, labels);
    }

    private static IdxArray Read(LearnerContext context, string path)
    {
        try
        {
            return IdxFiles.Read(path);
        }
        catch (InvalidDataException exception)
        {
            throw Unusable(context, exception.Message.TrimEnd('.'), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(context, $"'{path}' cannot be read ({exception.Message.TrimEnd('.')})", exception);
        }
    }

    private static ExampleSet Examples(IdxArray images, IdxArray labels, int[] indices)
    {
        var (height, width, size) = (images.Shape[1], images.Shape[2], images.ItemSize);
        // All of it is written; to fill it first would wake torch's threads.
        var pixels = empty([indices.Length, 1, height, width], ScalarType.Byte);
        var classes = empty([indices.Length], ScalarType.Int64);
        var pixelBytes = pixels.bytes;
        var classNumbers = MemoryMarshal.Cast<byte, long>(classes.bytes);
        for (var i = 0; i < indices.Length; i++)
        {
            images.Data.Span.Slice(indices[i] * size, size).CopyTo(pixelBytes[(i * size)..]);
            classNumbers[i] = labels.Data.Span[indices[i]];
        }

        return new ExampleSet(pixels, classes, scale: 1.0 / 255);
    }

    private static LearnerDataException Unusable(LearnerContext context, string problem, Exception? cause = null) =>
        new($"The data of learner '{context.Learner}' cannot be used: {problem}.", cause);
}
