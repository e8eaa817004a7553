using System.Composition;
using CoLearn.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoLearn.CodeFixes;

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
internal sealed class MakePartialFix() : LearnerFix(Mistakes.ModelMustBePartial)
{
    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        var bearer = model.At.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        yield return new Fix(
            $"Make {model.Class} partial", nameof(MakePartialFix), Edit.Insert(bearer, bearer.Keyword.SpanStart, "partial "));
    }
}
