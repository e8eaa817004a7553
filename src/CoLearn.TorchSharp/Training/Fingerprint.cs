using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What a model's weights look like, in one hash: learners whose fingerprints are equal can exchange weights.</summary>
public static class Fingerprint
{
    /// <summary>The <see cref="WeightsFingerprint"/> of every entry of the module's state dictionary.</summary>
    /// <param name="module">The module.</param>
    /// <returns>The hash in lower-case hex.</returns>
    public static string Of(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return WeightsFingerprint.Of(module.state_dict()
            .Select(entry => (entry.Key, entry.Value.dtype.ToDType(), (IReadOnlyList<long>)entry.Value.shape)));
    }
}
