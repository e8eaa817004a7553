namespace CoLearn;

/// <summary>
/// What the bytes of a model's weights mean, and whether bytes from another party can be used. Weights are never a deserialised object graph:
/// a format declares its layout and looks through every byte before a learner evaluates or trains from them. It keeps no state, since learners
/// share it and ask it at the same time.
/// </summary>
/// <remarks>Where weights expose raw values of the private data, as a decision tree's thresholds do, the format's own documentation says so.</remarks>
public interface IWeightsFormat
{
    /// <summary>The format's name, such as <c>colearn-forest-1</c>; part of the hash of such weights, see <see cref="Weights.Hash"/>.</summary>
    string Name { get; }

    /// <summary>
    /// A hash of the architecture, such as <see cref="WeightsFingerprint"/> makes it: learners whose fingerprints are equal can exchange weights,
    /// others are refused before anyone evaluates what they propose.
    /// </summary>
    string Fingerprint { get; }

    /// <summary>The largest weights that are taken, in bytes.</summary>
    long MaxBytes { get; }

    /// <summary>
    /// Looks for what is wrong with bytes, at most <see cref="MaxBytes"/> of them, that may come from a hostile party. Never throws, and is bounded in
    /// time and memory by their number, not by what they announce.
    /// </summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>What is wrong, to follow a colon and without a full stop, such as <c>tree 2 ends after 7 of its 9 nodes</c>; <see langword="null"/> where nothing is.</returns>
    string? Problem(ReadOnlyMemory<byte> bytes);
}
