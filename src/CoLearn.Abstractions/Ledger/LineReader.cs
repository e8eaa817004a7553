namespace CoLearn.Ledger;

/// <summary>Reads lines of bounded length; of a longer one it goes on behind the end without keeping it.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool ended;

    /// <summary>The next line, without its end; it holds until the next call. <see langword="null"/> behind the last one.</summary>
    public async ValueTask<Line?> NextAsync(CancellationToken cancellation)
    {
        var tooLong = false;
        for (var searched = 0; ;)
        {
            var found = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(searched + found, IsWhole: true);
            searched = end - start;
            if (searched > LedgerWriter.MaxLineBytes)
            {
                tooLong = true;
                start = end = searched = 0;
            }

            if (ended)
                return searched == 0 && !tooLong ? null : Take(searched, IsWhole: false);
            await FillAsync(cancellation);
        }

        Line Take(int length, bool IsWhole)
        {
            var text = buffer.AsMemory(start, length);
            start += length + (IsWhole ? 1 : 0);
            return new(text, IsWhole, tooLong || length > LedgerWriter.MaxLineBytes);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (end == buffer.Length && start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
        end += read;
        ended = read == 0;
    }

    internal readonly record struct Line(ReadOnlyMemory<byte> Text, bool IsWhole, bool IsTooLong);
}
