using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

// Corrects all places at once. `dotnet format` asks for the correction of any one place and, where that has none, for no correction in particular;
// then it is the first that any place has.
internal sealed class FixAll : FixAllProvider
{
    public static readonly FixAll Places = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => WellKnownFixAllProviders.BatchFixer.GetSupportedFixAllScopes();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        if (context.CodeActionEquivalenceKey is not null)
            return await WellKnownFixAllProviders.BatchFixer.GetFixAsync(context).ConfigureAwait(false);
        if (await FirstKeyAsync(context).ConfigureAwait(false) is not { } key)
            return null;

        var found = new FoundDiagnostics(context);
        var keyed = context.Document is { } document
            ? new FixAllContext(document, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, found, context.CancellationToken)
            : new FixAllContext(context.Project, context.CodeFixProvider, context.Scope, key, context.DiagnosticIds, found, context.CancellationToken);
        return await WellKnownFixAllProviders.BatchFixer.GetFixAsync(keyed).ConfigureAwait(false);
    }

    private static async Task<string?> FirstKeyAsync(FixAllContext context)
    {
        string? first = null;
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (var project in projects)
        {
            foreach (var diagnostic in await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false))
            {
                if (first is null && context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
                    await context.CodeFixProvider.RegisterCodeFixesAsync(new CodeFixContext(
                        document, diagnostic, (action, _) => first ??= action.EquivalenceKey, context.CancellationToken)).ConfigureAwait(false);
            }
        }

        return first;
    }

    // Diagnostics as another request found them.
    private sealed class FoundDiagnostics(FixAllContext context) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
            await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            await context.GetProjectDiagnosticsAsync(project).ConfigureAwait(false);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
    }
}
