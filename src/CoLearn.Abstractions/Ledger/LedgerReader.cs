using System.Text.Json;
using System.Text.Unicode;

namespace CoLearn.Ledger;

/// <summary>
/// Reads a ledger file line by line, in bounded memory and strictly: every property must be there once, with a value of its type, and nothing else. What
/// is wrong with a line is said in its <see cref="LedgerLine.Mistake"/>, and the next line is read nevertheless. Blanks and the order of properties do
/// not matter for reading; see <see cref="LedgerLine.IsCanonical"/>.
/// </summary>
/// <param name="stream">Where the file is read from; it stays open.</param>
public sealed class LedgerReader(Stream stream)
{
    private const int MaxDepth = 8;

    private static readonly string[] HeaderNames = ["ledger", "collective", "model", "fingerprint", "seed", "rule"];

    private static readonly string[] RecordNames = ["facts", "hash", "measurements"];

    private readonly LineReader lines = new(stream);
    private long number;

    /// <summary>Reads the next line.</summary>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The line; <see langword="null"/> behind the last one.</returns>
    /// <exception cref="IOException">The stream cannot be read; it throws what else it may.</exception>
    public async ValueTask<LedgerLine?> ReadAsync(CancellationToken cancellation = default)
    {
        if (await lines.NextAsync(cancellation) is not { } next)
            return null;
        var line = new LedgerLine(++number, next.IsWhole);
        var text = next.Text.Span;
        if (next.IsTooLong)
            return line with { Mistake = FormattableString.Invariant($"it has more than {LedgerWriter.MaxLineBytes} bytes") };
        if (!Utf8.IsValid(text))
            return line with { Mistake = "it is no UTF-8" };
        if (text.StartsWith("\uFEFF"u8))
            return line with { Mistake = "it begins with a byte order mark" };
        if (text.IsEmpty)
            return line with { Mistake = "it is empty" };
        if (number > 1)
            return Parsed(line, text, Record);
        // A file that lost its header begins with a record.
        var header = Parsed(line, text, Header);
        return header.Mistake is not null && Parsed(line, text, Record) is { Mistake: null } record ? record : header;
    }

    private static LedgerLine Parsed(LedgerLine line, ReadOnlySpan<byte> text, Parse parse)
    {
        try
        {
            var json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
            json.Read();
            var parsed = parse(line, ref json, text);
            // Behind the object there is nothing; if there were, this would throw.
            json.Read();
            return parsed;
        }
        catch (LedgerFormatException mistake)
        {
            return line with { Mistake = mistake.Message };
        }
        catch (JsonException mistake)
        {
            return line with { Mistake = FormattableString.Invariant($"it is no JSON, see its byte {mistake.BytePositionInLine + 1}") };
        }
        catch (InvalidOperationException)
        {
            return line with { Mistake = "a text in it is no Unicode" };
        }
    }

    private static LedgerLine Header(LedgerLine line, ref Utf8JsonReader json, ReadOnlySpan<byte> text)
    {
        var (header, canonical) = (new LedgerHeader("", "", "", 0, new()), false);
        for (var fields = new Fields("the header", HeaderNames); fields.Next(ref json, out var name);)
        {
            var start = (int)json.TokenStartIndex;
            header = name switch
            {
                "ledger" => Values.Whole(ref json, name) is var version && version == LedgerHeader.Version
                    ? header
                    : throw new LedgerFormatException(FormattableString.Invariant($"it is a ledger of version {version}, and this program reads version {LedgerHeader.Version}")),
                "collective" => header with { Collective = Name(ref json, name) },
                "model" => header with { Model = Values.Text(ref json, name) },
                "fingerprint" => header with { Fingerprint = Values.Text(ref json, name) },
                "seed" => header with { Seed = Values.Long(ref json, name) },
                _ => header with { Rule = RecordParser.Rule(ref json) },
            };
            if (name == "rule")
                canonical = text[start..(int)json.BytesConsumed].SequenceEqual(RecordText.Of(writer => RecordText.Write(writer, header.Rule)));
        }

        return line with { Header = header, ContentHash = RecordHash.Of(header.Rule), IsCanonical = canonical };
    }

    private static LedgerLine Record(LedgerLine line, ref Utf8JsonReader json, ReadOnlySpan<byte> text)
    {
        var (facts, hash, measurements) = ((RoundFacts?)null, "", (RoundMeasurements?)null);
        var (start, end) = (0, 0);
        for (var fields = new Fields("the record", RecordNames); fields.Next(ref json, out var name);)
        {
            switch (name)
            {
                case "facts":
                    start = (int)json.TokenStartIndex;
                    facts = RecordParser.Facts(ref json);
                    end = (int)json.BytesConsumed;
                    break;
                case "hash":
                    hash = Values.Hash(ref json, name);
                    break;
                default:
                    measurements = RecordParser.Measurements(ref json);
                    break;
            }
        }

        var (contentHash, textHash) = (RecordHash.Of(facts!), RecordHash.Of(text[start..end]));
        return line with
        {
            Record = new(facts!, hash, measurements!),
            ContentHash = contentHash,
            TextHash = textHash,
            IsCanonical = contentHash == textHash,
        };
    }

    private static string Name(ref Utf8JsonReader json, string name)
        => Values.Text(ref json, name) is var text && Names.IsName(text) ? text : throw new LedgerFormatException($"'{name}' is not a name");

    private delegate LedgerLine Parse(LedgerLine line, ref Utf8JsonReader json, ReadOnlySpan<byte> text);
}
