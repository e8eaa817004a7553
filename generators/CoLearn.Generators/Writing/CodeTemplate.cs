using System.Runtime.CompilerServices;
using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// A template whose text and parts go into the code at once.
[InterpolatedStringHandler]
internal readonly ref struct CodeTemplate
{
    private readonly Code code;

    // The compiler gives the lengths, too.
    public CodeTemplate(int literalLength, int formattedCount, Code code) => this.code = code;

    public void AppendLiteral(string lines) => code.Lines(lines);

    public void AppendFormatted(string word) => code.Add(word);

    public void AppendFormatted(ReadOnlySpan<char> word) => code.Add(word);

    public void AppendFormatted(long number) => code.Add(number);

    public void AppendFormatted(Shape shape) => code.Add(shape.ToString());

    public void AppendFormatted(Action<Code> part) => code.Part(part);
}
