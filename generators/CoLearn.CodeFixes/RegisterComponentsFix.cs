using System.Collections.Immutable;
using System.Composition;
using CoLearn.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoLearn.CodeFixes;

// At the end of a constructor that always comes to its end.
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterComponentsFix))]
internal sealed class RegisterComponentsFix : CodeFixProvider
{
    private const string Title = "Call RegisterComponents()";
    private const string Call = "RegisterComponents();";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Mistakes.ComponentsMustBeRegistered.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var constructor = root?.FindNode(context.Span).FirstAncestorOrSelf<ConstructorDeclarationSyntax>();
        if (constructor?.Body is not { } body || body.DescendantNodes().OfType<ReturnStatementSyntax>().Any())
            return;

        var edit = Insertion(body);
        var solution = context.Document.Project.Solution;
        context.RegisterCodeFix(
            CodeAction.Create(Title, cancellation => edit.ApplyAsync(solution, cancellation), nameof(RegisterComponentsFix)), context.Diagnostics);
    }

    // On a line of its own where the closing brace stands on one.
    private static Edit Insertion(BlockSyntax body)
    {
        var text = body.SyntaxTree.GetText();
        var brace = body.CloseBraceToken.SpanStart;
        var line = text.Lines.GetLineFromPosition(brace);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, brace));
        if (indentation.Trim().Length > 0 || line.LineNumber == 0)
            return Edit.Insert(body, brace, Call + " ");

        var before = text.Lines[line.LineNumber - 1];
        var newLine = text.ToString(TextSpan.FromBounds(before.End, before.EndIncludingLineBreak));
        return Edit.Insert(body, line.Start, $"{indentation}    {Call}{newLine}");
    }
}
