using System.Composition;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

// What the rule asks for, of which there is at most one thing: so all places are corrected by one key, each in its way.
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LayerFitFix))]
internal sealed class LayerFitFix() : LearnerFix(Mistakes.LayerDoesNotFit)
{
    private const string Flatten = "Flatten";
    private const string Start = "use [";
    private const string End = "]";

    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        var at = model.At;
        foreach (var wayOut in model.MistakesAt(at.Use).Select(mistake => mistake.Arguments.Last()))
        {
            // The rule must ask for it: flattening a picture would please BatchNorm1d too, where BatchNorm2d was meant.
            if (wayOut == $"put [{Flatten}] before it")
            {
                if (model.IsSoundWithBefore(at, at.Like(AttributeRole.Layer, Flatten), judged: at.Use))
                    yield return new Fix(
                        $"Put [{Flatten}] before [{at.Use.Name}]", nameof(LayerFitFix), AttributeEdits.Before(at.Syntax, Flatten));
            }
            else if (Other(wayOut) is { } name && model.IsSoundAs(at.Use, at.Use with { Name = name }))
            {
                yield return new Fix($"Use [{name}]", nameof(LayerFitFix), AttributeEdits.Rename(at.Syntax, name));
            }
        }
    }

    // The same layer for another number of dimensions: BatchNorm2d for BatchNorm1d on a picture.
    private static string? Other(string wayOut) =>
        wayOut.StartsWith(Start, StringComparison.Ordinal) && wayOut.IndexOf(End, StringComparison.Ordinal) == wayOut.Length - 1
            ? wayOut.Substring(Start.Length, wayOut.Length - Start.Length - End.Length)
            : null;
}
