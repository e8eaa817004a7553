using System.Runtime.CompilerServices;
using System.Text;

namespace CoLearn.Generators.Writing;

// Code in the making. A part that stands on a line of its own in a template begins all its lines as the template begins that one.
internal sealed class Code
{
    private const int UsualLength = 12 * 1024;

    private readonly StringBuilder text = new(UsualLength);
    private string margin = "";
    private int line;

    // What stands between the braces of a template is written as the compiler comes to it; nothing of it is put together before.
    public void Write([InterpolatedStringHandlerArgument("")] CodeTemplate template) => _ = template;

    public void Add(string word) => text.Append(word);

    public void Blanks(int count) => text.Append(' ', count);

    public void Lines(string lines)
    {
        var start = 0;
        for (var end = lines.IndexOf('\n'); end >= 0; end = lines.IndexOf('\n', start))
        {
            text.Append(lines, start, end + 1 - start);
            line = text.Length;
            text.Append(margin);
            start = end + 1;
        }

        text.Append(lines, start, lines.Length - start);
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

    public override string ToString() => text.ToString();

    // What the line begins with: blanks, or those of a comment.
    private string Margin()
    {
        var end = line;
        while (end < text.Length && text[end] is ' ' or '/')
            end++;
        return text.ToString(line, end - line);
    }
}
