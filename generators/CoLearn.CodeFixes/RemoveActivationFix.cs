using System.Composition;
using CoLearn.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveActivationFix))]
internal sealed class RemoveActivationFix() : LearnerFix(Mistakes.ActivationLimitsScores, Mistakes.ActivationIsRepeated)
{
    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        if (model.IsBetterWithout(model.At))
            yield return new Fix($"Remove [{model.At.Use.Name}]", nameof(RemoveActivationFix), AttributeEdits.Remove(model.At.Syntax));
    }
}
