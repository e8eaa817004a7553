using System.Composition;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

// The loss that the last layer suits, before the optimizer or below the layers.
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddLossFix))]
internal sealed class AddLossFix() : LearnerFix(Mistakes.LossIsMissing)
{
    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        if (model.Last(AttributeRole.Layer) is not { } last)
            yield break;

        string[] fitting = last.Use.Name switch
        {
            "LogSoftmax" => ["NLLLoss"],
            "Sigmoid" or "Hardsigmoid" => ["BCELoss"],
            _ => ["CrossEntropyLoss", "BCEWithLogitsLoss"],
        };
        var name = fitting.FirstOrDefault(loss => Suits(model, last, loss)) ?? fitting[0];
        var edit = model.Last(AttributeRole.Optimizer) is { } optimizer
            ? AttributeEdits.Before(optimizer.Syntax, name)
            : AttributeEdits.Below(last.Syntax, name);
        yield return new Fix($"Add [{name}]", nameof(AddLossFix), edit);
    }

    private static bool Suits(FaultyModel model, WrittenAttribute last, string loss)
    {
        var added = last.Like(AttributeRole.Loss, loss);
        return model.IsSoundWithAfter(last, added, judged: added);
    }
}
