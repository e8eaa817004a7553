using System.Composition;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

// An activation belongs to the network with one loss, and to the loss with another: move it, or change the loss.
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LossEndFix))]
internal sealed class LossEndFix() : LearnerFix(Mistakes.LogSoftmaxDoesNotFitLoss)
{
    // The same with its logarithm, or without it.
    private static readonly Dictionary<string, string> twins = new()
    {
        ["Softmax"] = "LogSoftmax",
        ["LogSoftmax"] = "Softmax",
        ["LogSigmoid"] = "Sigmoid",
    };

    // What a loss needs before it.
    private static readonly Dictionary<string, string> needs = new()
    {
        ["NLLLoss"] = "LogSoftmax",
        ["KLDivLoss"] = "LogSoftmax",
        ["BCELoss"] = "Sigmoid",
    };

    private static readonly Dictionary<string, string> otherLosses = new()
    {
        ["CrossEntropyLoss"] = "NLLLoss",
        ["NLLLoss"] = "CrossEntropyLoss",
        ["BCEWithLogitsLoss"] = "BCELoss",
        ["BCELoss"] = "BCEWithLogitsLoss",
    };

    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        var loss = model.At;
        if (model.Attributes.LastOrDefault(attribute => attribute.Use is { Role: AttributeRole.Layer, Name: not "Flatten" }) is { } end)
        {
            var name = end.Use.Name;
            if (model.IsBetterWithout(end))
                yield return new Fix($"Remove [{name}]", nameof(LossEndFix), AttributeEdits.Remove(end.Syntax));
            else if (twins.TryGetValue(name, out var twin) && model.IsSoundAs(end.Use, end.Use with { Name = twin }, judged: loss.Use))
                yield return new Fix($"Use [{twin}]", nameof(LossEndFix) + twin, AttributeEdits.Rename(end.Syntax, twin));
            else if (needs.TryGetValue(loss.Use.Name, out var put) && IsSoundBehind(model, put))
                yield return new Fix(
                    $"Put [{put}] at the end", nameof(LossEndFix) + put, AttributeEdits.After(model.Last(AttributeRole.Layer)!.Syntax, put));
        }

        if (otherLosses.TryGetValue(loss.Use.Name, out var other)
            && loss.Syntax.ArgumentList is null
            && model.IsSoundAs(loss.Use, loss.Like(AttributeRole.Loss, other)))
            yield return new Fix($"Use [{other}]", nameof(LossEndFix) + other, AttributeEdits.Rename(loss.Syntax, other));
    }

    private static bool IsSoundBehind(FaultyModel model, string activation)
    {
        var last = model.Last(AttributeRole.Layer)!;
        return model.IsSoundWithAfter(last, last.Like(AttributeRole.Layer, activation), judged: model.At.Use);
    }
}
