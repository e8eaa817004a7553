using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoLearn.CodeFixes;

// Attributes come and go where the user would write them: in the list of their neighbours, or in a list of their own on a line of its own.
internal static class AttributeEdits
{
    public static Edit Before(AttributeSyntax neighbour, string name) =>
        Edit.Insert(neighbour, neighbour.SpanStart, Named(neighbour, name) + ", ");

    public static Edit After(AttributeSyntax neighbour, string name) =>
        Edit.Insert(neighbour, neighbour.Span.End, ", " + Named(neighbour, name));

    // In a list of its own after the neighbour's; within that list where others follow the neighbour there.
    public static Edit Below(AttributeSyntax neighbour, string name)
    {
        var list = (AttributeListSyntax)neighbour.Parent!;
        if (list.Attributes.Last() != neighbour)
            return After(neighbour, name);

        var added = $"[{Named(neighbour, name)}]";
        return EndOfLine(list) is { } newLine
            ? Edit.Insert(list, list.FullSpan.End, Indentation(list) + added + newLine)
            : Edit.Insert(list, list.Span.End, " " + added);
    }

    public static Edit Rename(AttributeSyntax attribute, string name) => Edit.Replace(attribute.Name, Named(attribute, name));

    public static Edit Remove(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return list.Attributes.Count > 1 ? Remove(attribute, list.Attributes) : Remove(list);
    }

    // With the comma before it; the first with the comma after it.
    public static Edit Remove<T>(T item, SeparatedSyntaxList<T> items)
        where T : SyntaxNode
    {
        var index = items.IndexOf(item);
        return index == 0
            ? Edit.Remove(item, item.SpanStart, items[1].SpanStart)
            : Edit.Remove(item, items[index - 1].Span.End, item.Span.End);
    }

    private static Edit Remove(AttributeListSyntax list)
    {
        var indentation = Indentation(list).Length;
        var start = list.SpanStart - indentation;
        if (EndOfLine(list) is null)
            return Edit.Remove(list, list.SpanStart, list.FullSpan.End);
        return IsLineStart(list, start)
            ? Edit.Remove(list, start, list.FullSpan.End)
            : Edit.Remove(list, start, list.Span.End);
    }

    // As its neighbour is named: CoLearn.Flatten beside CoLearn.Linear.
    private static string Named(AttributeSyntax neighbour, string name) => neighbour.Name switch
    {
        QualifiedNameSyntax qualified => $"{qualified.Left}.{name}",
        AliasQualifiedNameSyntax aliased => $"{aliased.Alias}::{name}",
        _ => name,
    };

    private static string? EndOfLine(AttributeListSyntax list)
    {
        var last = list.GetTrailingTrivia().LastOrDefault();
        return last.IsKind(SyntaxKind.EndOfLineTrivia) ? last.ToString() : null;
    }

    // The blanks right before a list.
    private static string Indentation(AttributeListSyntax list)
    {
        var text = list.SyntaxTree.GetText();
        var start = list.SpanStart;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        return text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, list.SpanStart));
    }

    private static bool IsLineStart(AttributeListSyntax list, int position) =>
        list.SyntaxTree.GetText().Lines.GetLineFromPosition(position).Start == position;
}
