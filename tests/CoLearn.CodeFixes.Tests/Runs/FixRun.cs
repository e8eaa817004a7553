using System.Collections.Immutable;
using CoLearn.Generators;
using CoLearn.Generators.Libraries;
using CoLearn.Generators.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CoLearn.CodeFixes.Runs;

// A user's file in a workspace, what the analyzer says of it, and what the fixes that an editor would find make of it.
internal sealed class FixRun
{
    private static readonly ImmutableArray<CodeFixProvider> providers =
    [
        .. typeof(LearnerFix).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private readonly Document document;

    private FixRun(Document document) => this.document = document;

    public static FixRun Of(string source)
    {
        var project = new AdhocWorkspace()
            .AddProject("Example.Models", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithMetadataReferences(Library.All)
            .AddDocument("Neighbours.cs", Source.Neighbours).Project;
        return new FixRun(project.AddDocument("Model.cs", SourceText.From(source)));
    }

    public async Task<string> TextAsync() => (await document.GetTextAsync()).ToString();

    public async Task<IReadOnlyList<Diagnostic>> MistakesAsync()
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        // A text that a fix has torn is no C# any more.
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation.WithAnalyzers([new LearnerAnalyzer(), new ModuleAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public async Task<IReadOnlyList<string>> TitlesAsync(string id) => [.. (await OffersAsync(id)).Select(offer => offer.Action.Title)];

    public async Task<FixRun> AppliedAsync(string id, string title)
    {
        var offer = Assert.Single(await OffersAsync(id), offer => offer.Action.Title == title);
        return await AppliedAsync(offer.Action);
    }

    // The fix at every place in the file at once.
    public async Task<FixRun> AppliedToAllAsync(string id, string title)
    {
        var offer = (await OffersAsync(id)).First(offer => offer.Action.Title == title);
        var context = new FixAllContext(
            document, offer.Provider, FixAllScope.Document, offer.Action.EquivalenceKey!, [id], new Found(await MistakesAsync()), CancellationToken.None);
        return await AppliedAsync((await offer.Provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    // As `dotnet format analyzers` does: each provider is asked for the fix of one place, whose key, or none, is then to fix all.
    public async Task<FixRun> FormattedAsync(string id, Index place)
    {
        var run = this;
        foreach (var provider in providers.Where(provider => provider.FixableDiagnosticIds.Contains(id)))
        {
            var found = (await run.MistakesAsync()).Where(mistake => mistake.Id == id).ToArray();
            CodeAction? offer = null;
            await provider.RegisterCodeFixesAsync(
                new CodeFixContext(run.document, found[place], (action, _) => offer ??= action, CancellationToken.None));
            var context = new FixAllContext(
                run.document, provider, FixAllScope.Solution, offer?.EquivalenceKey, [id], new Found(found), CancellationToken.None);
            if (await provider.GetFixAllProvider()!.GetFixAsync(context) is { } all)
                run = await run.AppliedAsync(all);
        }

        return run;
    }

    private async Task<FixRun> AppliedAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var change = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations));
        return new FixRun(change.ChangedSolution.GetDocument(document.Id)!);
    }

    private async Task<IReadOnlyList<(CodeFixProvider Provider, CodeAction Action)>> OffersAsync(string id)
    {
        var offers = new List<(CodeFixProvider, CodeAction)>();
        foreach (var diagnostic in (await MistakesAsync()).Where(diagnostic => diagnostic.Id == id))
        {
            foreach (var provider in providers.Where(provider => provider.FixableDiagnosticIds.Contains(id)))
                await provider.RegisterCodeFixesAsync(
                    new CodeFixContext(document, diagnostic, (action, _) => offers.Add((provider, action)), CancellationToken.None));
        }

        return offers;
    }
}
