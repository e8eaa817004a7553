using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

// What is common to all fixes: find the model, ask for the ways out, offer them.
internal abstract class LearnerFix(params DiagnosticDescriptor[] mistakes) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. mistakes.Select(mistake => mistake.Id)];

    public sealed override FixAllProvider GetFixAllProvider() => FixAll.Places;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await FaultyModel.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false);
        if (model is null)
            return;

        var solution = context.Document.Project.Solution;
        foreach (var fix in WaysOut(model))
            context.RegisterCodeFix(
                CodeAction.Create(fix.Title, cancellation => fix.Edit.ApplyAsync(solution, cancellation), fix.Key),
                context.Diagnostics);
    }

    protected abstract IEnumerable<Fix> WaysOut(FaultyModel model);
}
