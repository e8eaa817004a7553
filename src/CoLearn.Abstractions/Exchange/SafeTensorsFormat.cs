namespace CoLearn.Exchange;

/// <summary>Weights that are tensors, in a safetensors file of the canonical form. See <see cref="SafeTensors"/>.</summary>
/// <param name="fingerprint">The fingerprint that the tensors must have, see <see cref="WeightsFingerprint"/>.</param>
public sealed class SafeTensorsFormat(string fingerprint) : IWeightsFormat
{
    /// <inheritdoc/>
    public string Name => Weights.SafeTensors;

    /// <inheritdoc/>
    public string Fingerprint { get; } = fingerprint;

    /// <inheritdoc/>
    /// <value>The largest array there is, 2,147,483,591 bytes.</value>
    public long MaxBytes => Array.MaxLength;

    /// <inheritdoc/>
    public string? Problem(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var tensors = SafeTensors.Read(bytes);
            // A fingerprint is made of lines: one name with a line feed in it could pass for several tensors.
            if (tensors.Any(tensor => tensor.Name.Contains('\n', StringComparison.Ordinal)))
                return "a tensor has a line feed in its name";
            var found = WeightsFingerprint.Of(tensors.Select(tensor => (tensor.Name, tensor.Type, tensor.Shape)));
            return found == Fingerprint ? null
                : $"their {tensors.Count} tensors have the fingerprint {found}, but the model's have {Fingerprint}";
        }
        catch (FormatException error)
        {
            return char.ToLowerInvariant(error.Message[0]) + error.Message[1..].TrimEnd('.');
        }
    }
}
