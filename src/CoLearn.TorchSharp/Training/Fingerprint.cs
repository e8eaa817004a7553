using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What a model's weights look like, in one hash: learners whose fingerprints are equal can exchange weights.</summary>
public static class Fingerprint
{
    /// <summary>
    /// SHA-256 over a line <c>name:type:extent,extent,…</c> with a line feed for every entry of the module's state dictionary, in ordinal order of the
    /// names, with safetensors' names of types; such as <c>conv1.weight:F32:64,1,3,3</c>, or <c>bn1.num_batches_tracked:I64:</c> for a single number.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <returns>The hash in lower-case hex.</returns>
    public static string Of(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var lines = module.state_dict()
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key}:{entry.Value.dtype.ToDType()}:{string.Join(',', entry.Value.shape)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
