using System.Composition;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

// After the loss or below the layers.
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddOptimizerFix))]
internal sealed class AddOptimizerFix() : LearnerFix(Mistakes.OptimizerIsMissing)
{
    private const string Adam = "Adam";

    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        if (model.Last(AttributeRole.Loss) is { } loss)
            yield return new Fix($"Add [{Adam}]", nameof(AddOptimizerFix), AttributeEdits.After(loss.Syntax, Adam));
        else if (model.Last(AttributeRole.Layer) is { } last)
            yield return new Fix($"Add [{Adam}]", nameof(AddOptimizerFix), AttributeEdits.Below(last.Syntax, Adam));
    }
}
