namespace CoLearn.Ledger;

/// <summary>What a <see cref="LedgerCheck"/> found.</summary>
public sealed record LedgerReport
{
    internal LedgerReport()
    {
    }

    /// <summary>The header; <see langword="null"/> where line 1 is none.</summary>
    public LedgerHeader? Header { get; internal init; }

    /// <summary>How many lines are records.</summary>
    public required long Records { get; init; }

    /// <summary>The last record's index; −1 where there is none.</summary>
    public required int LastIndex { get; init; }

    /// <summary>The head: the hash that stands beside the last record, 64 zeros where there is none.</summary>
    public required string Head { get; init; }

    /// <summary>All that is wrong, by line; empty where the file is whole.</summary>
    public required IReadOnlyList<LedgerFinding> Findings { get; init; }

    /// <summary>Of the hashes that were sought, those that a record's facts have, each with that record's index.</summary>
    public required IReadOnlyDictionary<string, int> Sought { get; init; }
}
