namespace CoLearn.Ledger;

/// <summary>Records that continue one another, by index, hash, rule and fingerprint. Of all of them only the ends are kept.</summary>
internal sealed class Stretch : Piece
{
    private long lineBefore;
    private string? hashBefore;

    private Stretch(long line, int index, string previousHash, string hash)
    {
        (Line, LastLine, First, Last) = (line, line, index, index);
        (PreviousHash, LastHash) = (previousHash, hash);
    }

    public int First { get; }

    public int Last { get; private set; }

    public long LastLine { get; private set; }

    /// <summary>What the first record names as the one before.</summary>
    public string PreviousHash { get; }

    public string LastHash { get; private set; }

    /// <summary>The hash of the rule; <see langword="null"/> before the first record.</summary>
    public string? RuleHash { get; private set; }

    public string? Fingerprint { get; private set; }

    public int Count => Last - First + 1;

    /// <summary>Whether it is one record, also right behind the beginning.</summary>
    public bool IsOneRecord => Last == Math.Max(First, 0);

    /// <summary>What a ledger's first record continues.</summary>
    public static Stretch Beginning() => new(1, -1, string.Empty, RecordHash.None);

    public static Stretch Of(long line, RoundRecord record) => new(line, record.Index, record.Facts.PreviousHash, record.Hash)
    {
        RuleHash = record.Facts.RuleHash,
        Fingerprint = record.Facts.Fingerprint,
    };

    public bool IsContinuedBy(RoundRecord record)
        => record.Index == Last + 1 && record.Facts.PreviousHash == LastHash && IsOfRuleOf(record.Facts);

    /// <summary>Whether lines of which nothing is believed take the places between this and a record.</summary>
    public bool IsContinuedBehind(int doubtful, RoundRecord record) => record.Index == Last + 1 + doubtful && IsOfRuleOf(record.Facts);

    /// <summary>Whether a record would take the last one's place.</summary>
    public bool IsForkedBy(RoundRecord record) => record.Index == Last && record.Facts.PreviousHash == hashBefore;

    public void Add(long line, RoundRecord record)
    {
        var next = record.Index == Last + 1;
        (lineBefore, hashBefore) = next ? (LastLine, LastHash) : (0, null);
        (LastLine, Last, LastHash) = (line, record.Index, record.Hash);
        (RuleHash, Fingerprint) = (record.Facts.RuleHash, record.Facts.Fingerprint);
    }

    /// <summary>Parts with the last record.</summary>
    public Stretch SplitLast()
    {
        var last = new Stretch(LastLine, Last, hashBefore!, LastHash) { RuleHash = RuleHash, Fingerprint = Fingerprint };
        (LastLine, Last, LastHash, hashBefore) = (lineBefore, Last - 1, hashBefore!, null);
        return last;
    }

    private bool IsOfRuleOf(RoundFacts facts)
        => (RuleHash ?? facts.RuleHash) == facts.RuleHash && (Fingerprint ?? facts.Fingerprint) == facts.Fingerprint;
}
