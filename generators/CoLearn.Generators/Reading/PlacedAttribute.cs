using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoLearn.Generators.Reading;

// An attribute with its place, for the analyzer; the generator keeps the AttributeUse only.
internal sealed record PlacedAttribute(AttributeData Data, AttributeKind Kind)
{
    public AttributeRole Role => Kind.Role;

    public string Name => Kind.Name;

    public Location Location(CancellationToken cancellation) =>
        Data.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Microsoft.CodeAnalysis.Location.None;

    // The declaration that bears it; null in another assembly.
    public TypeDeclarationSyntax? Bearer(CancellationToken cancellation) =>
        Data.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
