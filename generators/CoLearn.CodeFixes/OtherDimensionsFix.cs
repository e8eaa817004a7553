using System.Composition;
using CoLearn.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoLearn.CodeFixes;

// The same layer for another number of dimensions, where the rule names it: BatchNorm2d for BatchNorm1d on a picture.
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OtherDimensionsFix))]
internal sealed class OtherDimensionsFix() : LearnerFix(Mistakes.LayerDoesNotFit)
{
    private const string Start = "use [";
    private const string End = "]";

    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        foreach (var wayOut in model.MistakesAt(model.At.Use).Select(mistake => mistake.Arguments.Last()))
        {
            if (!wayOut.StartsWith(Start, StringComparison.Ordinal) || wayOut.IndexOf(End, StringComparison.Ordinal) != wayOut.Length - 1)
                continue;
            var name = wayOut.Substring(Start.Length, wayOut.Length - Start.Length - End.Length);
            if (model.IsSoundAs(model.At.Use, model.At.Use with { Name = name }))
                yield return new Fix(
                    $"Use [{name}]", nameof(OtherDimensionsFix) + name, AttributeEdits.Rename(model.At.Syntax, name));
        }
    }
}
