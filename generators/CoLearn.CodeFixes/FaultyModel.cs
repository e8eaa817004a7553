using System.Collections.Immutable;
using CoLearn.Generators;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using CoLearn.Generators.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoLearn.CodeFixes;

// A learner with a mistake at one of its attributes. What a fix makes of it is judged by the rules before the fix is offered.
internal sealed class FaultyModel
{
    private readonly LearnerDeclaration declaration;

    private FaultyModel(LearnerDeclaration declaration, ImmutableArray<WrittenAttribute> attributes, WrittenAttribute at) =>
        (this.declaration, Attributes, At) = (declaration, attributes, at);

    public ImmutableArray<WrittenAttribute> Attributes { get; }

    public WrittenAttribute At { get; }

    public string Class => declaration.Class;

    public static async Task<FaultyModel?> FindAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var syntax = root?.FindNode(span).FirstAncestorOrSelf<AttributeSyntax>();
        if (semantics is null
            || syntax?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } bearer
            || semantics.GetDeclaredSymbol(bearer, cancellation) is not INamedTypeSymbol type)
            return null;

        var placed = AttributeOrder.Of(type, KnownTypes.Of(semantics.Compilation));
        var declaration = DeclarationReader.Read(type, placed, semantics.Compilation, cancellation);
        if (!declaration.IsReadable)
            return null;
        var attributes = placed
            .Select(attribute => (AttributeSyntax)attribute.Data.ApplicationSyntaxReference!.GetSyntax(cancellation))
            .Zip(declaration.Attributes, (written, use) => new WrittenAttribute(use, written))
            .ToImmutableArray();
        return attributes.FirstOrDefault(attribute => attribute.Syntax == syntax) is { } at
            ? new FaultyModel(declaration, attributes, at)
            : null;
    }

    public WrittenAttribute? Last(AttributeRole role) => Attributes.LastOrDefault(attribute => attribute.Use.Role == role);

    // What the rules say of an attribute; of the class as a whole where it is null.
    public IEnumerable<Mistake> MistakesAt(AttributeUse? use) => MistakesAt(use, declaration);

    public bool IsSoundAs(AttributeUse old, AttributeUse replacement, AttributeUse? judged = null) =>
        IsSound(judged ?? replacement, Uses.Select(use => ReferenceEquals(use, old) ? replacement : use));

    public bool IsSoundWithBefore(WrittenAttribute neighbour, AttributeUse added, AttributeUse judged) =>
        IsSound(judged, Uses.SelectMany(use => ReferenceEquals(use, neighbour.Use) ? [added, use] : new[] { use }));

    public bool IsSoundWithAfter(WrittenAttribute neighbour, AttributeUse added, AttributeUse judged) =>
        IsSound(judged, Uses.SelectMany(use => ReferenceEquals(use, neighbour.Use) ? [use, added] : new[] { use }));

    // Whether fewer errors are left in the whole model, or as many and fewer warnings.
    public bool IsBetterWithout(WrittenAttribute removed)
    {
        var rest = declaration with { Attributes = Uses.Where(use => !ReferenceEquals(use, removed.Use)).ToEquatableArray() };
        return Faults(rest).CompareTo(Faults(declaration)) < 0;
    }

    private IEnumerable<AttributeUse> Uses => Attributes.Select(attribute => attribute.Use);

    private bool IsSound(AttributeUse judged, IEnumerable<AttributeUse> attributes) =>
        !MistakesAt(judged, declaration with { Attributes = attributes.ToEquatableArray() }).Any();

    private static (int Errors, int All) Faults(LearnerDeclaration model)
    {
        var mistakes = ModelRules.Check(model).Mistakes;
        return (mistakes.Count(mistake => mistake.Rule.DefaultSeverity == DiagnosticSeverity.Error), mistakes.Count);
    }

    // By reference: two layers may be written alike.
    private static IEnumerable<Mistake> MistakesAt(AttributeUse? use, LearnerDeclaration model) =>
        ModelRules.Check(model).Mistakes.Where(mistake => ReferenceEquals(mistake.At, use));
}
