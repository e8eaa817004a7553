namespace CoLearn.Ledger;

/// <summary>
/// The parts of a file in the order that explains most of it: the heaviest way through stretches that go up. What is not on the way is out of order
/// or was added, what the way lacks is missing, and where it does not hold together somebody rewrote a record.
/// </summary>
internal sealed class ChainOrder
{
    private readonly Findings findings;
    private readonly List<Stretch> way;
    private readonly List<Stretch> aside;
    private readonly List<Doubtful>[] doubtful;
    private readonly HashSet<Stretch> blamed = [];

    public ChainOrder(List<Piece> pieces, Findings findings)
    {
        this.findings = findings;
        Swaps.Undo(pieces, findings);
        way = HeaviestWay.Through([.. pieces.OfType<Stretch>()]);
        var onWay = way.ToHashSet();
        aside = [.. pieces.OfType<Stretch>().Where(stretch => !onWay.Contains(stretch))];
        doubtful = [.. way.Select(_ => new List<Doubtful>())];
        for (var (place, step) = (0, -1); place < pieces.Count; place++)
        {
            if (pieces[place] is Doubtful line)
                doubtful[step].Add(line);
            else if (onWay.Contains(pieces[place]))
                step++;
        }

        (LastIndex, Head) = (way[^1].Last, way[^1].LastHash);
    }

    public int LastIndex { get; private set; }

    public string Head { get; private set; }

    private bool IsAtTheEnd(int step) => step == way.Count - 1 && doubtful[step].Count == 0;

    /// <summary>Names what is wrong.</summary>
    /// <param name="header">What the records should be of; <see langword="null"/> where that is not known.</param>
    public void Report(LedgerHeader? header)
    {
        for (var step = 1; step < way.Count; step++)
            ReportStep(step);
        ReportTail();
        foreach (var stretch in aside)
            ReportAdded(stretch);
        ReportRules(header);
    }

    private void ReportStep(int step)
    {
        var (before, after, between) = (way[step - 1], way[step], doubtful[step - 1]);
        if (after.First > before.Last + 1)
        {
            Fill(before, after, between);
            return;
        }

        foreach (var line in between)
            line.ReportAdded(findings);
        if (!Fits(before, after) && !blamed.Contains(before))
            Blame(step);
    }

    private static bool Fits(Stretch before, Stretch after) => after.PreviousHash == before.LastHash;

    /// <summary>Two stretches follow each other by index and not by hash.</summary>
    private void Blame(int step)
    {
        var (before, after) = (way[step - 1], way[step]);
        var (first, line) = (after.First, after.Line);
        if (first == 0)
        {
            if (after.Count == 1)
                blamed.Add(after);
            findings.AddOfRecord(LedgerFault.Changed, line, 0, $"Record 0 in line {line} was changed: it does not begin a chain, and names a record before it.");
            return;
        }

        if (after.Count == 1 && IsAtTheEnd(step))
        {
            findings.AddOfRecord(LedgerFault.Added, line, first, $"Record {first} in line {line} was added, since it does not continue record {first - 1}; or record {first - 1} was changed, and given a hash anew.");
            return;
        }

        if (after.Count == 1 && step + 1 < way.Count && way[step + 1].First == after.Last + 1 && !Fits(after, way[step + 1]))
        {
            blamed.Add(after);
            findings.AddOfRecord(LedgerFault.Changed, line, first, $"Record {first} in line {line} was changed: it has a hash of its own, but continues not record {first - 1}, and record {first + 1} continues not it.");
            return;
        }

        blamed.Add(before);
        findings.AddOfRecord(LedgerFault.Changed, before.LastLine, before.Last, $"Record {before.Last} in line {before.LastLine} was changed: it has a hash of its own, but record {first} continues another one.");
    }

    /// <summary>The way lacks records; some may stand elsewhere, or be there and not be believed.</summary>
    private void Fill(Stretch before, Stretch after, List<Doubtful> between)
    {
        var gaps = new Gaps(before.Last + 1, after.First - 1);
        foreach (var stretch in aside.Where(stretch => gaps.Holds(stretch.First, stretch.Last) && MayStand(stretch, before, after)).ToArray())
        {
            if (!gaps.Take(stretch.First, stretch.Last))
                continue;
            aside.Remove(stretch);
            findings.Add(LedgerFault.OutOfOrder, stretch.Line, stretch.First, stretch.Last, $"{Findings.Are(stretch.First, stretch.Last)} out of order, in line {stretch.Line}; the place is before record {after.First}.");
        }

        var others = new List<Doubtful>();
        foreach (var line in between)
        {
            if (line.Index is { } index && gaps.Take(index, index))
                line.Report(findings, index, index + 1 == after.First ? after.PreviousHash : null);
            else
                others.Add(line);
        }

        foreach (var line in others)
        {
            if (gaps.TakeFirst() is { } index)
                line.Report(findings, index, index + 1 == after.First ? after.PreviousHash : null);
            else
                line.ReportAdded(findings);
        }

        foreach (var (first, last) in gaps.Left)
            findings.Add(LedgerFault.Missing, after.Line, first, last, $"{Findings.Are(first, last)} missing: line {after.Line} goes on with record {after.First}.");
    }

    // A record that fits neither side of a gap that it would fill alone is not the one that is missing.
    private static bool MayStand(Stretch stretch, Stretch before, Stretch after)
        => stretch.First != before.Last + 1 || stretch.Last != after.First - 1 || Fits(before, stretch) || Fits(stretch, after);

    private void ReportTail()
    {
        if (aside.Find(stretch => stretch.First == LastIndex + 1 && stretch.PreviousHash == Head) is { } moved)
        {
            aside.Remove(moved);
            findings.Add(LedgerFault.OutOfOrder, moved.Line, moved.First, moved.Last, $"{Findings.Are(moved.First, moved.Last)} out of order, in line {moved.Line}; the place is the end.");
            (LastIndex, Head) = (moved.Last, moved.LastHash);
        }

        foreach (var line in doubtful[^1])
        {
            var place = LastIndex + 1;
            if (line.IsRecord && line.Index != place && line.PreviousHash != Head)
            {
                line.ReportAdded(findings);
                continue;
            }

            line.Report(findings, place, null);
            if (line.IsRecord)
                (LastIndex, Head) = (place, line.Hash!);
        }
    }

    private void ReportAdded(Stretch stretch)
    {
        var (first, last, line) = (stretch.First, stretch.Last, stretch.Line);
        if (last <= way[^1].Last)
            findings.Add(LedgerFault.Added, line, first, last, $"{Findings.Are(first, last)} there twice: from line {line} on {(first == last ? "it was" : "they were")} added.");
        else
            findings.Add(LedgerFault.Added, line, first, last, $"{Findings.Are(first, last)} added in line {line}: the records around continue one another without.");
    }

    private void ReportRules(LedgerHeader? header)
    {
        var (rule, fingerprint) = (header is null ? null : RecordHash.Of(header.Rule), header?.Fingerprint);
        var isFirst = true;
        foreach (var stretch in way)
        {
            if (stretch.RuleHash is null || (stretch.IsOneRecord && blamed.Contains(stretch)))
                continue;
            var (index, line) = (Math.Max(stretch.First, 0), Math.Max(stretch.Line, 2));
            if (rule is not null && stretch.RuleHash != rule)
            {
                if (isFirst)
                    findings.AddOfLine(LedgerFault.HeaderRule, 1, $"The rule in the header is not the one of the records: its hash is {rule}, and record {index} names {Shown.Of(stretch.RuleHash)}.");
                else
                    findings.AddOfRecord(LedgerFault.RuleChanges, line, index, $"Record {index} in line {line} is of another rule than the records before.");
            }

            if (fingerprint is not null && stretch.Fingerprint != fingerprint)
            {
                if (isFirst)
                    findings.AddOfLine(LedgerFault.HeaderFingerprint, 1, $"The fingerprint in the header is not the one of the records: it is {Shown.Of(fingerprint)}, and record {index} names {Shown.Of(stretch.Fingerprint!)}.");
                else
                    findings.AddOfRecord(LedgerFault.FingerprintChanges, line, index, $"Record {index} in line {line} is of another fingerprint than the records before.");
            }

            (rule, fingerprint, isFirst) = (stretch.RuleHash, stretch.Fingerprint, false);
        }
    }
}
