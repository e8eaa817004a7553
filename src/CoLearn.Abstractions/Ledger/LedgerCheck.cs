namespace CoLearn.Ledger;

/// <summary>
/// Checks a ledger file line by line, in bounded memory, and names what is wrong: one record that was changed, taken out, swapped or added is one finding,
/// and what follows it is still checked. A chain cannot show that its tail was cut, or that all of it was rewritten: for that, give the head that you know.
/// </summary>
/// <param name="head">The last record's hash as you know it; <see langword="null"/> where you do not.</param>
/// <param name="sought">Further hashes of records, to find out which of them are in the file; see <see cref="LedgerReport.Sought"/>.</param>
/// <example>
/// <code>
/// await using var file = File.OpenRead("ledger.jsonl");
/// var report = await LedgerCheck.RunAsync(file);
/// foreach (var finding in report.Findings)
///     Console.WriteLine(finding.Sentence);
/// </code>
/// </example>
public sealed class LedgerCheck(string? head = null, IEnumerable<string>? sought = null)
{
    private readonly HashSet<string> sought = [.. sought ?? []];
    private readonly Dictionary<string, int> found = [];
    private readonly Findings findings = new();
    private Chain? chain;
    private LedgerHeader? header;
    private long records;
    private int? headAt;

    /// <summary>Checks a whole file.</summary>
    /// <param name="stream">The file; it stays open.</param>
    /// <param name="head">The last record's hash as you know it; <see langword="null"/> where you do not.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="IOException">The stream cannot be read; it throws what else it may.</exception>
    public static async Task<LedgerReport> RunAsync(Stream stream, string? head = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var reader = new LedgerReader(stream);
        var check = new LedgerCheck(head);
        while (await reader.ReadAsync(cancellation) is { } line)
            check.Add(line);
        return check.Report();
    }

    /// <summary>Goes on with the next line.</summary>
    /// <param name="line">The line.</param>
    public void Add(LedgerLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        chain ??= new(findings);
        if (line.Number == 1 && line.Record is null)
        {
            AddHeader(line);
            return;
        }

        if (line.Number == 1)
            findings.AddOfLine(LedgerFault.HeaderUnreadable, 1, $"Line 1 is no header but a record already.");
        if (line.Record is { } record)
            Add(line, record);
        chain.Add(line);
    }

    /// <summary>What was found, at the end of the file.</summary>
    /// <returns>The report.</returns>
    public LedgerReport Report()
    {
        var order = (chain ?? new(findings)).Close();
        chain = null;
        order.Report(header);
        if (head is not null && head != order.Head)
            CompareHead(order);
        return new()
        {
            Header = header,
            Records = records,
            LastIndex = order.LastIndex,
            Head = order.Head,
            Findings = findings.Listed,
            Sought = found,
        };
    }

    private void AddHeader(LedgerLine line)
    {
        header = line.Header;
        if (header is null)
            findings.AddOfLine(LedgerFault.HeaderUnreadable, 1, $"Line 1 is no header: {line.Mistake}.");
        else if (!line.IsCanonical)
            findings.AddOfLine(LedgerFault.NotCanonical, 1, $"The rule in the header is not written as the text that is hashed.");
        if (header is not null && !line.IsWhole)
            findings.AddOfLine(LedgerFault.Truncated, 1, $"Line 1 has no end: the file was cut behind it, or is still being written.");
    }

    private void Add(LedgerLine line, RoundRecord record)
    {
        records++;
        if (sought.Contains(line.ContentHash!))
            found.TryAdd(line.ContentHash!, record.Index);
        if (head is not null && (head == record.Hash || head == line.ContentHash))
            headAt = record.Index;
        if (!line.IsCanonical && (record.Hash == line.ContentHash || record.Hash == line.TextHash))
            findings.AddOfRecord(LedgerFault.NotCanonical, line.Number, record.Index, $"Record {record.Index} in line {line.Number} is not written as the text that is hashed.");
        if (!line.IsWhole)
            findings.AddOfRecord(LedgerFault.Truncated, line.Number, record.Index, $"Record {record.Index} in line {line.Number}, the last one, has no end of line: the file was cut there, or is still being written.");
    }

    private void CompareHead(ChainOrder order)
    {
        if (headAt is null)
            findings.Add(LedgerFault.HeadAbsent, null, null, null, $"No record has the head {Shown.Of(head!)}: the tail was cut, or all was rewritten.");
        else if (headAt < order.LastIndex)
            findings.Add(LedgerFault.HeadInside, null, headAt, headAt, $"The head {Shown.Of(head!)} is record {headAt}'s: {order.LastIndex - headAt.Value} {(order.LastIndex - headAt.Value == 1 ? "record was" : "records were")} added after it.");
    }
}
