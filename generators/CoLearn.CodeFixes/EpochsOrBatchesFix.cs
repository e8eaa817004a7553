using System.Composition;
using CoLearn.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EpochsOrBatchesFix))]
internal sealed class EpochsOrBatchesFix() : LearnerFix(Mistakes.EpochsExcludeBatches)
{
    private static readonly string[] alternatives = ["Epochs", "Batches"];

    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        if (model.At.Syntax.ArgumentList is not { } list)
            yield break;
        foreach (var argument in list.Arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText is { } name && alternatives.Contains(name))
                yield return new Fix(
                    $"Remove {argument}", nameof(EpochsOrBatchesFix) + name, AttributeEdits.Remove(argument, list.Arguments));
        }
    }
}
