using System.Composition;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlattenOutputFix))]
internal sealed class FlattenOutputFix() : LearnerFix(Mistakes.OutputDoesNotFitLoss)
{
    private const string Flatten = "Flatten";

    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        if (model.Last(AttributeRole.Layer) is { } last
            && model.IsSoundWithAfter(last, last.Like(AttributeRole.Layer, Flatten), judged: model.At.Use))
            yield return new Fix($"Put [{Flatten}] at the end", nameof(FlattenOutputFix), AttributeEdits.After(last.Syntax, Flatten));
    }
}
