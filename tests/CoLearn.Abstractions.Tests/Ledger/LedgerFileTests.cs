using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace CoLearn.Ledger;

public sealed class LedgerFileTests
{
    private const string Head = """{"ledger":1,"collective":"digits","model":"mnist","fingerprint":"f00d","seed":7,"rule":{"criterion":"accuracy","minimise":false,"ties":"byLoss","minGain":0,"threshold":0.5,"voteExamples":0,"strategy":"turns","proposerChoice":"round-robin","contributors":0,"maxExamples":0,"abstain":"counted","quorum":0,"proposeSeconds":1800,"voteSeconds":600,"graceSeconds":10,"maxNorm":0,"maxDistance":0}}""";

    private const string Row = """{"facts":{"index":0,"ruleHash":"b0","proposers":["ann"],"contributions":[],"proposalHash":null,"fingerprint":"f00d","electors":[],"votes":[{"learner":"ann","elector":false,"vote":"none","voteScore":0.5,"voteLoss":null,"testScore":null,"voteSetHash":null,"reason":null,"fault":null}],"approvals":0,"outcome":"initial","failure":null,"reason":null,"lateVotes":[],"previousHash":"00"},"hash":"1111111111111111111111111111111111111111111111111111111111111111","measurements":{"started":"2026-01-02T03:04:05.0000006+00:00","proposeSeconds":1.5,"voteSeconds":0,"acceptSeconds":0,"wallSeconds":2,"proposalBytes":3}}""";

    [Fact]
    public async Task Writer_HeaderAndRecord_WritesThePinnedLines()
    {
        using var file = new MemoryStream();
        var writer = new LedgerWriter(file);
        var facts = new RoundFacts
        {
            Index = 0,
            RuleHash = "b0",
            Proposers = ["ann"],
            Fingerprint = "f00d",
            Electors = [],
            Votes = [new("ann", false, VoteAnswer.None, 0.5)],
            Approvals = 0,
            Outcome = Outcome.Initial,
            PreviousHash = "00",
        };
        var started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(6);

        await writer.WriteAsync(new LedgerHeader("digits", "mnist", "f00d", 7, new()));
        await writer.WriteAsync(new RoundRecord(facts, new string('1', 64), new(started, 1.5, 0, 0, 2, 3)));

        Assert.Equal($"{Head}\n{Row}\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public Task Reader_OfAnyLedger_ReadsBackWhatWasWritten() => Gen.Select(Gen.Int[0, 8], Gen.Int).SampleAsync(
        async (count, seed) =>
        {
            var ledger = DrawnLedger.Of(count, seed);

            var lines = await ReadAsync(string.Concat(await ledger.LinesAsync()));

            Assert.Equal(ledger.Header, lines[0].Header);
            Assert.All(lines, line => Assert.True(line.IsWhole && line.IsCanonical && line.Mistake is null));
            Assert.Equal(ledger.Records.Select(Everything), lines.Skip(1).Select(line => Everything(line.Record!)));
        },
        iter: 200);

    [Fact]
    public Task File_OfAnyLedger_CarriesTheHashedTextsThemselves() => Gen.Select(Gen.Int[1, 5], Gen.Int).SampleAsync(
        async (count, seed) =>
        {
            var ledger = DrawnLedger.Of(count, seed);

            var lines = await ledger.LinesAsync();

            // What sed and sha256sum do.
            Assert.Equal(ledger.Records[0].Facts.RuleHash, Sha256(Cut(lines[0], "\"rule\":", "}\n")));
            Assert.Equal(ledger.Records.Select(record => record.Hash), lines.Skip(1).Select(line => Sha256(Cut(line, "{\"facts\":", ",\"hash\":\""))));
            Assert.All(lines, line => Assert.True(Ascii.IsValid(line)));
        },
        iter: 100);

    [Theory]
    [InlineData("'index' is not a whole number", "\"index\":0", "\"index\":0.5")]
    [InlineData("'index' is not a whole number", "\"index\":0", "\"index\":\"0\"")]
    [InlineData("'index' is not a whole number", "\"index\":0", "\"index\":99999999999")]
    [InlineData("'index' is not an index", "\"index\":0", "\"index\":-1")]
    [InlineData("'facts' has no 'index'", "\"index\":0,", "")]
    [InlineData("'facts' has 'index' twice", "\"index\":0", "\"index\":0,\"index\":0")]
    [InlineData("'facts' has 'index' twice", "\"index\":0", "\"index\":0,\"\\u0069ndex\":0")]
    [InlineData("'facts' has the unknown property 'colour'", "\"index\":0", "\"index\":0,\"colour\":1")]
    [InlineData("'facts' has the unknown property 'Index'", "\"index\":0", "\"Index\":0")]
    [InlineData("'facts' has the unknown property '?[31m?'", "\"index\":0", "\"\\u001b[31mé\":0")]
    [InlineData("'outcome' has the unknown value 'Initial'", "\"initial\"", "\"Initial\"")]
    [InlineData("'outcome' is not a text", "\"initial\"", "0")]
    [InlineData("'outcome' is not a text", "\"initial\"", "null")]
    [InlineData("'votes' is not a list", "\"votes\":[", "\"votes\":{},\"x\":[")]
    [InlineData("one of 'votes' is no object", "\"votes\":[", "\"votes\":[null,")]
    [InlineData("one of 'votes' has no 'elector'", "\"elector\":false,", "")]
    [InlineData("'elector' is not true or false", "\"elector\":false", "\"elector\":0")]
    [InlineData("'voteScore' is not a number", "0.5", "1e999")]
    [InlineData("'voteScore' is not a number", "0.5", "\"0.5\"")]
    [InlineData("'hash' is not a hash of 64 lower-case hex digits", "\"1111", "\"A111")]
    [InlineData("'hash' is not a hash of 64 lower-case hex digits", "\"1111", "\"11111")]
    [InlineData("'started' is not a time", "2026-01-02", "2026-13-02")]
    [InlineData("'measurements' has no 'proposalBytes'", ",\"proposalBytes\":3", "")]
    [InlineData("the record has no 'hash'", "\"hash\":\"1111111111111111111111111111111111111111111111111111111111111111\",", "")]
    [InlineData("the record has the unknown property 'note'", "{\"facts\"", "{\"note\":1,\"facts\"")]
    [InlineData("it is no JSON, see its byte 3", "{\"facts\"", "facts")]
    [InlineData("it is no JSON, see its byte 2", "{\"facts\"", "{facts\"")]
    [InlineData("a text in it is no Unicode", "\"ann\"]", "\"\\ud800\"]")]
    [InlineData("it is no JSON, see its byte 610", "\"proposalBytes\":3}}", "\"proposalBytes\":3}} x")]
    public async Task Reader_WrongRecord_SaysWhatIsWrongAndGoesOn(string mistake, string right, string wrong)
    {
        Assert.Contains(right, Row, StringComparison.Ordinal);

        var lines = await ReadAsync($"{Head}\n{Row.Replace(right, wrong, StringComparison.Ordinal)}\n{Row}\n");

        Assert.Equal([null, mistake, null], lines.Select(line => line.Mistake));
        Assert.Equal([1, 2, 3], lines.Select(line => line.Number));
        Assert.NotNull(lines[2].Record);
    }

    [Theory]
    [InlineData("it is a ledger of version 2, and this program reads version 1", "\"ledger\":1", "\"ledger\":2")]
    [InlineData("'collective' is not a name", "\"digits\"", "\"\\u001b[31m\"")]
    [InlineData("the header has no 'seed'", "\"seed\":7,", "")]
    [InlineData("'seed' is not a whole number", "\"seed\":7", "\"seed\":7.5")]
    [InlineData("'rule' has no 'quorum'", "\"quorum\":0,", "")]
    [InlineData("'graceSeconds' is not a duration in seconds", "\"graceSeconds\":10", "\"graceSeconds\":1e300")]
    public async Task Reader_WrongHeader_SaysWhatIsWrongAndGoesOn(string mistake, string right, string wrong)
    {
        Assert.Contains(right, Head, StringComparison.Ordinal);

        var lines = await ReadAsync($"{Head.Replace(right, wrong, StringComparison.Ordinal)}\n{Row}\n");

        Assert.Equal([mistake, null], lines.Select(line => line.Mistake));
    }

    [Theory]
    [InlineData("it is empty", "")]
    [InlineData("it is no UTF-8", "{\"facts\":\"\u0001\"}")]
    [InlineData("it begins with a byte order mark", "\uFEFF{}")]
    [InlineData("it is no JSON, see its byte 2", "\r")]
    public async Task Reader_LineThatIsNone_SaysSo(string mistake, string line)
    {
        // A control character stands for a byte that is no UTF-8.
        var bytes = Encoding.UTF8.GetBytes($"{Head}\n{line}\n{Row}\n").Select(one => one == 1 ? (byte)0xFF : one).ToArray();

        var lines = await ReadAsync(new MemoryStream(bytes));

        Assert.Equal([null, mistake, null], lines.Select(one => one.Mistake));
    }

    [Fact]
    public async Task Reader_RecordFirst_TakesItForWhatItIs() => Assert.NotNull(Assert.Single(await ReadAsync($"{Row}\n")).Record);

    [Fact]
    public async Task Reader_LastLineWithoutAnEnd_SaysSo() => Assert.Equal([true, false], (await ReadAsync($"{Head}\n{Row}")).Select(line => line.IsWhole));

    [Fact]
    public async Task Reader_BlanksAndOtherOrder_ReadsTheSameAndSaysThatItIsNotCanonical()
    {
        var facts = JsonNode.Parse(Row)!["facts"]!.AsObject();
        var turned = new JsonObject(facts.Reverse().Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));

        var lines = await ReadAsync($"{Head}\n{Row}\n{Row.Replace(Cut(Row, "{\"facts\":", ",\"hash\":\""), turned.ToJsonString(), StringComparison.Ordinal)}\r\n{Row.Replace(",", " , ", StringComparison.Ordinal)}\n");

        Assert.Equal([true, true, false, false], lines.Select(line => line.IsCanonical));
        Assert.Single(lines.Skip(1).Select(line => Everything(line.Record!)).Distinct());
    }

    [Fact]
    public async Task Reader_OverLongLines_AreNotKept()
    {
        await using var file = new Endless(Encoding.UTF8.GetBytes($"{Head}\n"), LedgerWriter.MaxLineBytes + 1, Encoding.UTF8.GetBytes($"\n{Row}\n"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var lines = await ReadAsync(file);

        Assert.Equal([null, "it has more than 16777216 bytes", null], lines.Select(line => line.Mistake));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 * LedgerWriter.MaxLineBytes);
    }

    [Fact]
    public async Task Reader_VeryLongLastLine_TakesBoundedMemory()
    {
        await using var file = new Endless(Encoding.UTF8.GetBytes($"{Head}\n"), 5L * LedgerWriter.MaxLineBytes, []);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var lines = await ReadAsync(file);

        Assert.Equal([null, "it has more than 16777216 bytes"], lines.Select(line => line.Mistake));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 * LedgerWriter.MaxLineBytes);
    }

    [Fact]
    public async Task Reader_DeepNesting_IsAMistake()
    {
        var deep = Row.Replace("\"proposers\":[\"ann\"]", "\"proposers\":" + new string('[', 1_000_000), StringComparison.Ordinal);

        Assert.NotNull((await ReadAsync($"{Head}\n{deep}\n"))[1].Mistake);
        Assert.NotNull((await ReadAsync($"{new string('[', 1_000_000)}\n"))[0].Mistake);
    }

    [Fact]
    public Task Reader_AnyByteChanged_NeverThrows() => Gen.Select(Gen.Int[0, 3], Gen.Int, Gen.Byte.Array[1, 3]).SampleAsync(
        async (count, seed, noise) =>
        {
            var random = new Random(seed);
            var bytes = Encoding.UTF8.GetBytes(string.Concat(await DrawnLedger.Of(count, seed).LinesAsync()));
            foreach (var one in noise)
                bytes[random.Next(bytes.Length)] = one;

            Assert.NotEmpty(await ReadAsync(new MemoryStream(bytes)));
            Assert.NotNull(await LedgerCheck.RunAsync(new MemoryStream(bytes)));
        },
        iter: 500);

    [Fact]
    public async Task Writer_RecordTooLong_IsRefused()
    {
        var record = DrawnLedger.Of(1, 1).Records[0];
        var tooLong = record with { Facts = record.Facts with { Reason = new string('x', LedgerWriter.MaxLineBytes) } };

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => new LedgerWriter(Stream.Null).WriteAsync(tooLong));

        Assert.Contains("a ledger's lines have at most 16777216", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<List<LedgerLine>> ReadAsync(string file) => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)));

    private static async Task<List<LedgerLine>> ReadAsync(Stream file)
    {
        var reader = new LedgerReader(file);
        var lines = new List<LedgerLine>();
        while (await reader.ReadAsync() is { } line)
            lines.Add(line);
        Assert.Null(await reader.ReadAsync());
        return lines;
    }

    // Lists are compared by what is in them.
    private static string Everything(RoundRecord record) => JsonSerializer.Serialize(record);

    private static string Cut(string line, string after, string before)
    {
        var start = line.IndexOf(after, StringComparison.Ordinal) + after.Length;
        return line[start..line.LastIndexOf(before, StringComparison.Ordinal)];
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A line of blanks between two texts, made while it is read.</summary>
    private sealed class Endless(byte[] before, long blanks, byte[] after) : Stream
    {
        private long place;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => before.Length + blanks + after.Length;

        public override long Position { get => place; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var isBlank = place >= before.Length && place < before.Length + blanks;
            var text = place < before.Length ? before.AsSpan((int)place)
                : isBlank ? []
                : after.AsSpan((int)(place - before.Length - blanks));
            var count = (int)Math.Min(buffer.Length, isBlank ? before.Length + blanks - place : text.Length);
            if (isBlank)
                buffer[..count].Fill((byte)' ');
            else
                text[..count].CopyTo(buffer);
            place += count;
            return count;
        }

        // On the same thread, whose memory is counted.
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
