using System.Security.Cryptography;
using System.Text;
using CoLearn.Exchange;

namespace CoLearn;

/// <summary>What a model's weights look like, in one hash. See <see cref="IWeightsFormat.Fingerprint"/>.</summary>
public static class WeightsFingerprint
{
    /// <summary>The fingerprint of an architecture in words: SHA-256 of the text as UTF-8.</summary>
    /// <param name="architecture">All that weights must share to be exchanged, such as <c>colearn-forest-1:features=4:classes=3</c>.</param>
    /// <returns>The hash in lower-case hex.</returns>
    public static string Of(string architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(architecture)));
    }

    /// <summary>
    /// The fingerprint of tensors: that of a line <c>name:type:extent,extent,…</c> with a line feed for each, in ordinal order of the names, with
    /// safetensors' names of types; such as <c>conv1.weight:F32:64,1,3,3</c>, or <c>bn1.num_batches_tracked:I64:</c> for a single number.
    /// </summary>
    /// <param name="tensors">The tensors' names, types and shapes, in any order.</param>
    /// <returns>The hash in lower-case hex.</returns>
    public static string Of(IEnumerable<(string Name, DType Type, IReadOnlyList<long> Shape)> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var lines = tensors
            .OrderBy(tensor => tensor.Name, StringComparer.Ordinal)
            .Select(tensor => FormattableString.Invariant($"{tensor.Name}:{tensor.Type}:{string.Join(',', tensor.Shape)}\n"));
        return Of(string.Concat(lines));
    }
}
