using System.Buffers;
using System.Text.Json;

namespace CoLearn.Ledger;

/// <summary>
/// Writes a ledger file: JSON Lines, UTF-8, each line ended by a line feed. The first line is the <see cref="LedgerHeader"/>, each further one a record,
/// <c>{"facts":{…},"hash":"…","measurements":{…}}</c>, whose facts are exactly the text that is hashed.
/// </summary>
/// <param name="stream">Where it is written to; it stays open.</param>
public sealed class LedgerWriter(Stream stream)
{
    /// <summary>The longest line of a ledger, in bytes and without its end: 16 MiB, room for some 50,000 votes.</summary>
    public const int MaxLineBytes = 16 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> line = new();

    /// <summary>Writes the header; once, before the records.</summary>
    /// <param name="header">The header.</param>
    /// <param name="cancellation">Stops writing, in the middle of a line perhaps.</param>
    /// <returns>Completes when the line is written.</returns>
    /// <exception cref="ArgumentException">The line would be longer than <see cref="MaxLineBytes"/>.</exception>
    public Task WriteAsync(LedgerHeader header, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        return WriteAsync(
            json =>
            {
                json.WriteNumber("ledger", LedgerHeader.Version);
                json.WriteString("collective", header.Collective);
                json.WriteString("model", header.Model);
                json.WriteString("fingerprint", header.Fingerprint);
                json.WriteNumber("seed", header.Seed);
                json.WritePropertyName("rule");
                RecordText.Write(json, header.Rule);
            },
            $"The header of collective '{header.Collective}'",
            cancellation);
    }

    /// <summary>Writes a record; in the order of their indexes.</summary>
    /// <param name="record">The record. It is written as it is, also where its hash is not that of its facts.</param>
    /// <param name="cancellation">Stops writing, in the middle of a line perhaps.</param>
    /// <returns>Completes when the line is written.</returns>
    /// <exception cref="ArgumentException">The line would be longer than <see cref="MaxLineBytes"/>.</exception>
    public Task WriteAsync(RoundRecord record, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return WriteAsync(
            json =>
            {
                json.WritePropertyName("facts");
                RecordText.Write(json, record.Facts);
                json.WriteString("hash", record.Hash);
                json.WritePropertyName("measurements");
                RecordText.Write(json, record.Measurements);
            },
            $"Record {record.Index}",
            cancellation);
    }

    private async Task WriteAsync(Action<Utf8JsonWriter> write, string what, CancellationToken cancellation)
    {
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        if (line.WrittenCount > MaxLineBytes)
            throw new ArgumentException(FormattableString.Invariant($"{what} would be a line of {line.WrittenCount} bytes; a ledger's lines have at most {MaxLineBytes}."));
        line.Write("\n"u8);
        await stream.WriteAsync(line.WrittenMemory, cancellation);
    }
}
