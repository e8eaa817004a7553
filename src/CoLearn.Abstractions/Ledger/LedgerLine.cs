namespace CoLearn.Ledger;

/// <summary>A line of a ledger file as it was read: a header, a record, or a mistake.</summary>
public sealed record LedgerLine
{
    internal LedgerLine(long number, bool isWhole)
    {
        Number = number;
        IsWhole = isWhole;
    }

    /// <summary>The line's number, from 1.</summary>
    public long Number { get; }

    /// <summary>Whether the line has its end; only the last one of a file that was cut has none.</summary>
    public bool IsWhole { get; }

    /// <summary>The header; <see langword="null"/> unless the line is one, which only the first may be.</summary>
    public LedgerHeader? Header { get; internal init; }

    /// <summary>The record; <see langword="null"/> unless the line is one. Its hash need not be that of its facts.</summary>
    public RoundRecord? Record { get; internal init; }

    /// <summary>Why the line cannot be read, as a part of a sentence and without a full stop; <see langword="null"/> where it can.</summary>
    public string? Mistake { get; internal init; }

    /// <summary>The hash that a record's facts have, or a header's rule; <see langword="null"/> for a mistake.</summary>
    public string? ContentHash { get; internal init; }

    /// <summary>Whether a record's facts, or a header's rule, stand there as exactly the text that is hashed.</summary>
    public bool IsCanonical { get; internal init; }

    /// <summary>The hash of a record's facts as they stand there, to the byte.</summary>
    internal string? TextHash { get; init; }
}
