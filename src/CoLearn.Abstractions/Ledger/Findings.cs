namespace CoLearn.Ledger;

/// <summary>What was found so far: the first thousand, and whether there is more.</summary>
internal sealed class Findings
{
    private const int Most = 1000;

    private readonly List<LedgerFinding> found = [];
    private bool isCutShort;

    /// <summary>By line; those without one are about the whole.</summary>
    public IReadOnlyList<LedgerFinding> Listed
    {
        get
        {
            var listed = found.OrderBy(finding => finding.Line ?? long.MaxValue);
            return isCutShort ? [.. listed, new(LedgerFault.TooMany, null, null, null, "There is more that is wrong than is listed here.")] : [.. listed];
        }
    }

    public void CutShort() => isCutShort = true;

    public void AddOfLine(LedgerFault fault, long line, FormattableString sentence) => Add(fault, line, null, null, sentence);

    public void AddOfRecord(LedgerFault fault, long? line, int index, FormattableString sentence) => Add(fault, line, index, index, sentence);

    public void Add(LedgerFault fault, long? line, int? index, int? lastIndex, FormattableString sentence)
    {
        if (found.Count < Most)
            found.Add(new(fault, line, index, lastIndex, FormattableString.Invariant(sentence)));
        else
            isCutShort = true;
    }

    /// <summary>"Record 5 is" or "Records 5 to 9 are".</summary>
    public static string Are(int first, int last)
        => FormattableString.Invariant(first == last ? (FormattableString)$"Record {first} is" : $"Records {first} to {last} are");
}
