using System.Security.Cryptography;
using System.Text;

namespace CoLearn.Ledger;

/// <summary>A ledger that nobody's rounds made, with all that a record may hold.</summary>
internal sealed class DrawnLedger
{
    private static readonly string[] Texts = ["It was late.", "café", "\"<b>\" & \\ '+'", "line\nbreak\t", "\u2028😀", ""];

    private readonly Random random;

    private DrawnLedger(Random random)
    {
        this.random = random;
        var rule = new CollectiveRule
        {
            Criterion = Pick("accuracy", "loss", "f-β"),
            Minimise = Coin,
            Ties = Pick(Enum.GetValues<Ties>()),
            MinGain = Pick(0, 1e-7, 0.1 + 0.2),
            Threshold = Pick(0.5, 2.0 / 3, 1),
            VoteExamples = random.Next(100),
            Abstain = Pick(Enum.GetValues<Abstain>()),
            Quorum = random.NextDouble(),
            Grace = TimeSpan.FromTicks(random.NextInt64(TimeSpan.TicksPerDay)),
            VoteWithin = TimeSpan.FromTicks(random.NextInt64(1000 * TimeSpan.TicksPerDay)),
            MaxNorm = random.NextDouble() * 1e9,
        };
        Header = new("digits", "mnist", Hash(), random.NextInt64(long.MinValue, long.MaxValue), rule);
    }

    public LedgerHeader Header { get; private set; }

    public List<RoundRecord> Records { get; } = [];

    private bool Coin => random.Next(2) == 0;

    public static DrawnLedger Of(int records, int seed)
    {
        var ledger = new DrawnLedger(new Random(seed));
        while (ledger.Records.Count < records)
            ledger.Records.Add(ledger.Next());
        return ledger;
    }

    public static RoundRecord Sealed(RoundFacts facts, RoundMeasurements? measurements = null)
        => new(facts, RecordHash.Of(facts), measurements ?? new(DateTimeOffset.UnixEpoch, 0, 0, 0, 0, 0));

    /// <summary>The file's lines, each with its end.</summary>
    public async Task<List<string>> LinesAsync()
    {
        using var file = new MemoryStream();
        var writer = new LedgerWriter(file);
        await writer.WriteAsync(Header);
        foreach (var record in Records)
            await writer.WriteAsync(record);
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return [.. text[..^1].Split('\n').Select(line => line + "\n")];
    }

    public async Task<string> LineAsync(RoundRecord record)
    {
        using var file = new MemoryStream();
        await new LedgerWriter(file).WriteAsync(record);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    /// <summary>The record that would come next.</summary>
    public RoundRecord Next()
    {
        var facts = new RoundFacts
        {
            Index = Records.Count,
            RuleHash = RecordHash.Of(Header.Rule),
            Proposers = Names(1, 2),
            Contributions = [.. Names(0, 3).Select(name => new Contribution(name, Perhaps(Hash()), random.Next(1000), Coin ? Pick(Enum.GetValues<RoundFailure>()) : null, Perhaps(Pick(Texts))))],
            ProposalHash = Perhaps(Hash()),
            Fingerprint = Header.Fingerprint,
            Electors = Names(0, 4),
            Votes = Votes(),
            Approvals = random.Next(5),
            Outcome = Pick(Enum.GetValues<Outcome>()),
            Failure = Coin ? Pick(Enum.GetValues<RoundFailure>()) : null,
            Reason = Perhaps(Pick(Texts)),
            LateVotes = Votes(),
            PreviousHash = Records.Count == 0 ? RecordHash.None : Records[^1].Hash,
        };
        return Sealed(facts, new(DateTimeOffset.UnixEpoch.AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 20000)), random.NextDouble(), 1e-9, 0, 1e6, random.NextInt64()));
    }

    /// <summary>A record whose facts are others, with a hash of their own.</summary>
    public RoundRecord Rewritten(RoundRecord record) => Sealed(record.Facts with { Approvals = record.Facts.Approvals + 1 + random.Next(9) }, record.Measurements);

    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(random.NextInt64())));

    private Vote[] Votes() => [.. Names(0, 4).Select(name => new Vote(
        name, Coin, Pick(Enum.GetValues<VoteAnswer>()), Score(), Score(), Score(), Perhaps(Hash()), Perhaps(Pick(Texts)), Coin ? Pick(Enum.GetValues<VoteFault>()) : null))];

    private double? Score() => random.Next(6) switch
    {
        0 => null,
        1 => -0.0,
        2 => random.NextDouble() * 1e-20,
        3 => BitConverter.Int64BitsToDouble(random.NextInt64() & 0x7FEF_FFFF_FFFF_FFFF),
        4 => random.Next(100),
        _ => random.NextDouble(),
    };

    private string[] Names(int least, int most) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(number => $"learner-{number}")];

    private string? Perhaps(string text) => Coin ? text : null;

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}
