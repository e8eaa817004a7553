namespace CoLearn.Ledger;

/// <summary>
/// The first line of a ledger file: what its records are of. Rule and fingerprint are checked against the records, which carry the rule's hash and the
/// fingerprint; the other properties are in no record, so a change of them shows only where the collective itself is asked.
/// </summary>
/// <param name="Collective">The collective's id.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Fingerprint">The model's fingerprint.</param>
/// <param name="Seed">The collective's seed.</param>
/// <param name="Rule">The rule; <see cref="RecordHash.Of(CollectiveRule)"/> of it stands in every record.</param>
public sealed record LedgerHeader(string Collective, string Model, string Fingerprint, long Seed, CollectiveRule Rule)
{
    /// <summary>The version of the form that is written and read.</summary>
    public const int Version = 1;
}
