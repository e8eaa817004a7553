using System.Text;

namespace CoLearn.Shell;

/// <summary>Passes text on without the blanks at the ends of its lines, with which tables fill their columns.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private int blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            blanks++;
            return;
        }

        if (value is not ('\r' or '\n'))
            inner.Write(new string(' ', blanks));
        blanks = 0;
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
