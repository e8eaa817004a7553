namespace CoLearn.Learners;

/// <summary>A learner's grain key, <c>collective/learner</c>.</summary>
/// <param name="Collective">The collective's id, without a slash.</param>
/// <param name="Learner">The learner's name.</param>
public readonly record struct LearnerKey(string Collective, string Learner)
{
    /// <summary>Reads a key.</summary>
    /// <param name="key">Such as <c>digits/alice</c>.</param>
    /// <returns>Its parts.</returns>
    /// <exception cref="FormatException">There is no slash between two parts.</exception>
    public static LearnerKey Parse(string key)
    {
        var slash = key.IndexOf('/');
        return slash > 0 && slash < key.Length - 1
            ? new(key[..slash], key[(slash + 1)..])
            : throw new FormatException($"A learner's key is 'collective/learner', not '{key}'.");
    }

    /// <inheritdoc />
    public override string ToString() => $"{Collective}/{Learner}";
}
