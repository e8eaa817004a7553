namespace CoLearn.Ledger;

/// <summary>A line that cannot be read, or a record whose facts do not have its hash: nothing in it is believed.</summary>
internal sealed class Doubtful : Piece
{
    private readonly string? mistake;
    private readonly string? contentHash;
    private readonly bool isWhole;

    public Doubtful(LedgerLine line)
    {
        Line = line.Number;
        isWhole = line.IsWhole;
        mistake = line.Mistake;
        contentHash = line.ContentHash;
        Index = line.Record?.Index;
        PreviousHash = line.Record?.Facts.PreviousHash;
        Hash = line.Record?.Hash;
    }

    public bool IsRecord => mistake is null;

    /// <summary>What it says of itself; <see langword="null"/> where it says nothing.</summary>
    public int? Index { get; }

    public string? PreviousHash { get; }

    public string? Hash { get; }

    /// <summary>It stands where a record should.</summary>
    /// <param name="findings">Where to.</param>
    /// <param name="index">That record's index.</param>
    /// <param name="nextPreviousHash">What the next record names as the one before; <see langword="null"/> where that is not known.</param>
    public void Report(Findings findings, int index, string? nextPreviousHash)
    {
        if (!isWhole && !IsRecord)
            findings.AddOfRecord(LedgerFault.Truncated, Line, index, $"Line {Line}, where record {index} should stand, has no end: the file was cut there, or is still being written.");
        else if (!IsRecord)
            findings.AddOfRecord(LedgerFault.Unreadable, Line, index, $"Line {Line}, where record {index} should stand, cannot be read: {mistake}.");
        else if (contentHash == nextPreviousHash)
            findings.AddOfRecord(LedgerFault.Changed, Line, index, $"Record {index} in line {Line} was changed: the hash beside its facts is not theirs, which is the one that record {index + 1} continues.");
        else
            findings.AddOfRecord(LedgerFault.Changed, Line, index, $"Record {index} in line {Line} was changed: its facts do not have the hash beside them.");
    }

    /// <summary>It stands where nothing should.</summary>
    public void ReportAdded(Findings findings)
    {
        if (IsRecord)
            findings.AddOfRecord(LedgerFault.Added, Line, Index!.Value, $"Line {Line}, which calls itself record {Index}, was added: the records before and behind it continue one another, and its facts do not have the hash beside them.");
        else
            findings.AddOfLine(LedgerFault.Unreadable, Line, $"Line {Line} cannot be read: {mistake}.");
    }
}
