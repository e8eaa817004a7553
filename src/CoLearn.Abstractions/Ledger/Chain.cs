namespace CoLearn.Ledger;

/// <summary>
/// The records of a file as they come: as long as they continue one another nothing is kept of them but the ends, so memory is bounded however long the
/// file is. What can be decided at once is; what cannot is left to <see cref="ChainOrder"/>.
/// </summary>
internal sealed class Chain(Findings findings)
{
    /// <summary>A file with more places than this where it does not go on is not worth more memory.</summary>
    private const int MostPieces = 4096;

    private readonly List<Piece> pieces = [];
    private readonly List<Doubtful> doubtful = [];
    private Stretch current = Stretch.Beginning();
    private bool isBeyondHelp;

    public void Add(LedgerLine line)
    {
        if (isBeyondHelp)
            return;
        if (line.Record is { } record && IsBelieved(line))
            Add(line.Number, record);
        else
            doubtful.Add(new(line));

        if (pieces.Count + doubtful.Count <= MostPieces)
            return;
        isBeyondHelp = true;
        findings.CutShort();
    }

    /// <summary>At the end of the file.</summary>
    public ChainOrder Close()
    {
        Part();
        return new(pieces, findings);
    }

    // Where the facts were hashed as another text, the chain still hangs together by that hash.
    private static bool IsBelieved(LedgerLine line) => line.Record!.Hash == line.ContentHash || line.Record.Hash == line.TextHash;

    private void Add(long line, RoundRecord record)
    {
        if (doubtful.Count > 0)
            Settle(record);

        if (doubtful.Count == 0 && current.IsContinuedBy(record))
        {
            current.Add(line, record);
        }
        else if (doubtful.Count > 0 && current.IsContinuedBehind(doubtful.Count, record))
        {
            for (var place = 0; place < doubtful.Count; place++)
                doubtful[place].Report(findings, current.Last + 1 + place, place == doubtful.Count - 1 ? record.Facts.PreviousHash : null);
            doubtful.Clear();
            current.Add(line, record);
        }
        else if (doubtful.Count == 0 && record.Index == current.Last && record.Hash == current.LastHash)
        {
            findings.AddOfRecord(LedgerFault.Added, line, record.Index, $"Record {record.Index} in line {line} was added: it is there already, in the line before.");
        }
        else
        {
            Begin(line, record);
        }
    }

    /// <summary>Lines between records that continue one another are none of theirs.</summary>
    private void Settle(RoundRecord record)
    {
        if (!current.IsContinuedBy(record))
            return;
        foreach (var line in doubtful)
            line.ReportAdded(findings);
        doubtful.Clear();
    }

    private void Begin(long line, RoundRecord record)
    {
        if (doubtful.Count == 0 && current.IsForkedBy(record))
        {
            // Which of the two is the added one shows by what follows.
            var last = current.SplitLast();
            pieces.Add(current);
            current = last;
        }

        Part();
        current = Stretch.Of(line, record);
    }

    private void Part()
    {
        pieces.Add(current);
        pieces.AddRange(doubtful);
        doubtful.Clear();
    }
}
