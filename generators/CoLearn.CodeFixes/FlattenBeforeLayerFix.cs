using System.Composition;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlattenBeforeLayerFix))]
internal sealed class FlattenBeforeLayerFix() : LearnerFix(Mistakes.LayerDoesNotFit)
{
    private const string Flatten = "Flatten";

    // The rule must ask for it: flattening a picture would please BatchNorm1d too, where BatchNorm2d was meant.
    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        var at = model.At;
        var isAsked = model.MistakesAt(at.Use).Any(mistake => mistake.Arguments.Last() == $"put [{Flatten}] before it");
        if (isAsked && model.IsSoundWithBefore(at, at.Like(AttributeRole.Layer, Flatten), judged: at.Use))
            yield return new Fix(
                $"Put [{Flatten}] before [{at.Use.Name}]", nameof(FlattenBeforeLayerFix), AttributeEdits.Before(at.Syntax, Flatten));
    }
}
