using System.Composition;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

// Log-softmax belongs to the network with NLLLoss and to the loss with CrossEntropyLoss: move it, or change the loss.
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogSoftmaxFix))]
internal sealed class LogSoftmaxFix() : LearnerFix(Mistakes.LogSoftmaxDoesNotFitLoss)
{
    private const string LogSoftmax = "LogSoftmax";

    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        var (loss, last) = (model.At, model.Last(AttributeRole.Layer));
        if (last is not null && model.IsSoundWithAfter(last, last.Like(AttributeRole.Layer, LogSoftmax), judged: loss.Use))
            yield return new Fix(
                $"Put [{LogSoftmax}] at the end", nameof(LogSoftmaxFix) + LogSoftmax, AttributeEdits.After(last.Syntax, LogSoftmax));

        var other = loss.Use.Name == "NLLLoss" ? "CrossEntropyLoss" : "NLLLoss";
        if (loss.Syntax.ArgumentList is null && model.IsSoundAs(loss.Use, loss.Like(AttributeRole.Loss, other)))
            yield return new Fix($"Use [{other}]", nameof(LogSoftmaxFix) + other, AttributeEdits.Rename(loss.Syntax, other));
    }
}
