namespace CoLearn.Ledger;

/// <summary>What is wrong with a ledger file.</summary>
public enum LedgerFault
{
    /// <summary>Line 1 is no header.</summary>
    HeaderUnreadable,

    /// <summary>The header's rule is not the one by whose hash the records were made.</summary>
    HeaderRule,

    /// <summary>The header's fingerprint is not that of the records.</summary>
    HeaderFingerprint,

    /// <summary>A line is no record.</summary>
    Unreadable,

    /// <summary>The last line has no end: the file was cut in it.</summary>
    Truncated,

    /// <summary>A record was changed: its facts do not have the hash beside them, or another record was put in its place.</summary>
    Changed,

    /// <summary>A record's facts, or the header's rule, say what was hashed, but are not written as the text that was hashed.</summary>
    NotCanonical,

    /// <summary>Records are missing.</summary>
    Missing,

    /// <summary>Two records stand in each other's place.</summary>
    Swapped,

    /// <summary>Records stand behind ones that are later.</summary>
    OutOfOrder,

    /// <summary>A record was added: its index is there already, or it does not continue the chain.</summary>
    Added,

    /// <summary>A record was made by another rule than the one before; the rule of a collective never changes.</summary>
    RuleChanges,

    /// <summary>A record is of another fingerprint than the one before; the model of a collective never changes.</summary>
    FingerprintChanges,

    /// <summary>The head that was given is not the last record's but an earlier one's: records were added after it.</summary>
    HeadInside,

    /// <summary>No record has the head that was given: the file's tail was cut, or all of it was rewritten.</summary>
    HeadAbsent,

    /// <summary>There is more that is wrong than is listed.</summary>
    TooMany,
}
