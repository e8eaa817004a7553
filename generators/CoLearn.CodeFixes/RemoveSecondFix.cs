using System.Composition;
using CoLearn.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSecondFix))]
internal sealed class RemoveSecondFix() : LearnerFix(Mistakes.LossMustBeAlone, Mistakes.OptimizerMustBeAlone, Mistakes.VotingMustBeAlone)
{
    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        yield return new Fix($"Remove [{model.At.Use.Name}]", nameof(RemoveSecondFix), AttributeEdits.Remove(model.At.Syntax));
    }
}
