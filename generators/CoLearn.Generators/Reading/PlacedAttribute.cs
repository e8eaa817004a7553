using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

// An attribute with its place, for the analyzer; the generator keeps the AttributeUse only.
internal sealed record PlacedAttribute(AttributeData Data, AttributeRole Role)
{
    public Location Location(CancellationToken cancellation) =>
        Data.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Microsoft.CodeAnalysis.Location.None;
}
