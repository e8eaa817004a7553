using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoLearn.CodeFixes;

// A change of text in one file. What is around it stays as the user laid it out.
internal sealed record Edit(SyntaxTree Tree, TextChange Change)
{
    public static Edit Insert(SyntaxNode node, int at, string text) => new(node.SyntaxTree, new TextChange(new TextSpan(at, 0), text));

    public static Edit Replace(SyntaxNode node, string text) => new(node.SyntaxTree, new TextChange(node.Span, text));

    public static Edit Remove(SyntaxNode node, int start, int end) =>
        new(node.SyntaxTree, new TextChange(TextSpan.FromBounds(start, end), ""));

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellation)
    {
        if (solution.GetDocument(Tree) is not { } document)
            return solution;
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return solution.WithDocumentText(document.Id, text.WithChanges(Change));
    }
}
