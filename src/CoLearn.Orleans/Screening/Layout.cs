using CoLearn.Exchange;

namespace CoLearn.Screening;

/// <summary>The names, types and shapes of tensors.</summary>
internal static class Layout
{
    private const int ShownLetters = 80;

    /// <summary>The first tensor that is not as expected, and how, without a full stop; <see langword="null"/> where all are. Both lists are in ordinal order.</summary>
    public static string? Difference(IReadOnlyList<NamedTensor> expected, IReadOnlyList<NamedTensor> found)
    {
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            // A list that has ended stands behind every name.
            var order = i >= found.Count ? -1 : i >= expected.Count ? 1 : string.CompareOrdinal(expected[i].Name, found[i].Name);
            if (order < 0)
                return $"{Named(expected[i])} is missing";
            if (order > 0)
                return $"{Named(found[i])} is unexpected";
            if (found[i].Type != expected[i].Type)
                return $"{Named(found[i])} has type {found[i].Type} instead of {expected[i].Type}";
            if (!found[i].Shape.SequenceEqual(expected[i].Shape))
                return $"{Named(found[i])} has shape {Text(found[i].Shape)} instead of {Text(expected[i].Shape)}";
        }

        return null;
    }

    /// <summary>Why tensors do not have a fingerprint, without a full stop; <see langword="null"/> where they do.</summary>
    public static string? Difference(string fingerprint, IReadOnlyList<NamedTensor> found)
    {
        // A fingerprint is made of lines: one name with a line feed in it could pass for several tensors.
        if (found.FirstOrDefault(tensor => tensor.Name.Contains('\n')) is { } tensor)
            return $"{Named(tensor)} has a line feed in its name";
        var of = WeightsFingerprint.Of(found.Select(tensor => (tensor.Name, tensor.Type, tensor.Shape)));
        return of == fingerprint ? null : $"their {found.Count} tensors have the fingerprint {of}, but the model's have {fingerprint}";
    }

    public static string Named(NamedTensor tensor) => $"the tensor '{tensor.Name.Shown(ShownLetters)}'";

    private static string Text(IReadOnlyList<long> shape) => $"({string.Join(", ", shape)})".Shown(ShownLetters);
}
