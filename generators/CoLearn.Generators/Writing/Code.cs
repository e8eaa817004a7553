using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace CoLearn.Generators.Writing;

// Text in the making. A part that stands on a line of its own in a template begins all its lines as the template begins that one.
// Its memory is lent, since a text is long and there is one for each learner.
internal sealed class Code : IDisposable
{
    private const int UsualLength = 16 * 1024;

    private char[] text = ArrayPool<char>.Shared.Rent(UsualLength);
    private int length;
    private int line;
    private string margin = "";

    // How far the line has come, its margin not counted.
    public int Column => length - line - margin.Length;

    // What stands between the braces of a template is written as the compiler comes to it; nothing of it is put together before.
    public void Write([InterpolatedStringHandlerArgument("")] CodeTemplate template) => _ = template;

    public void Add(string word) => Add(word.AsSpan());

    public void Add(ReadOnlySpan<char> word)
    {
        Reserve(word.Length);
        word.CopyTo(text.AsSpan(length));
        length += word.Length;
    }

    // A number that is not negative.
    public void Add(long number)
    {
        var start = length;
        do
        {
            Reserve(1);
            text[length++] = (char)('0' + (number % 10));
            number /= 10;
        }
        while (number > 0);
        text.AsSpan(start, length - start).Reverse();
    }

    public void Blanks(int count)
    {
        Reserve(count);
        text.AsSpan(length, count).Fill(' ');
        length += count;
    }

    // Leaves no blanks at the end.
    public void TrimEnd() => length = text.AsSpan(0, length).TrimEnd(' ').Length;

    // Each further line begins with the margin; where there is none, all lines are copied at once.
    public void Lines(string lines)
    {
        var rest = lines.AsSpan();
        while ((margin.Length == 0 ? rest.LastIndexOf('\n') : rest.IndexOf('\n')) is var end and >= 0)
        {
            Add(rest.Slice(0, end + 1));
            line = length;
            Add(margin);
            rest = rest.Slice(end + 1);
        }

        Add(rest);
    }

    public void Part(Action<Code> part)
    {
        var outer = margin;
        margin = Margin();
        part(this);
        margin = outer;
    }

    public void Each<T>(IReadOnlyList<T> items, Action<Code, T> write, string between = "\n")
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0)
                Lines(between);
            write(this, items[index]);
        }
    }

    // Of the text in UTF-8.
    public byte[] Hash(HashAlgorithm algorithm)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        var count = Encoding.UTF8.GetBytes(text, 0, length, bytes, 0);
        var hash = algorithm.ComputeHash(bytes, 0, count);
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    public override string ToString() => new(text, 0, length);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(text);
        text = [];
        length = 0;
    }

    private void Reserve(int count)
    {
        if (count > text.Length - length)
            Grow(count);
    }

    private void Grow(int count)
    {
        var longer = ArrayPool<char>.Shared.Rent(Math.Max(length + count, 2 * text.Length));
        text.AsSpan(0, length).CopyTo(longer);
        ArrayPool<char>.Shared.Return(text);
        text = longer;
    }

    // What the line begins with: blanks, or those of a comment.
    private string Margin()
    {
        var end = line;
        while (end < length && text[end] is ' ' or '/')
            end++;
        return new string(text, line, end - line);
    }
}
