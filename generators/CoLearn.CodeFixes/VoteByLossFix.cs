using System.Composition;
using CoLearn.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoLearn.CodeFixes;

[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VoteByLossFix))]
internal sealed class VoteByLossFix() : LearnerFix(Mistakes.AccuracyNeedsClasses)
{
    protected override IEnumerable<Fix> WaysOut(FaultyModel model)
    {
        var criterion = model.At.Syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression;
        // Written otherwise than by its name, the user had a reason that a fix cannot know.
        if (criterion is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Accuracy" } accuracy)
            yield return new Fix("Vote by Criterion.Loss", nameof(VoteByLossFix), Edit.Replace(accuracy.Name, "Loss"));
    }
}
