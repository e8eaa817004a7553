using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoLearn.Generators.Runs;

// Steps must be remembered from run to run, and must not hold on to a compilation.
internal static class Remembering
{
    private static readonly string[] ourSteps = [LearnerGenerator.ReadStep, LearnerGenerator.PlanStep];

    public static void Check(GeneratorRunResult first, GeneratorRunResult second)
    {
        foreach (var step in ourSteps.Where(first.TrackedSteps.ContainsKey))
        {
            AllRemembered(second.TrackedSteps[step]);
            foreach (var output in first.TrackedSteps[step].SelectMany(run => run.Outputs))
                HoldsPlainData(output.Value, step, new HashSet<object>(ReferenceEqualityComparer.Instance));
        }

        foreach (var (_, runs) in second.TrackedOutputSteps)
            AllRemembered(runs);
    }

    private static void AllRemembered(IEnumerable<IncrementalGeneratorRunStep> runs) => Assert.All(
        runs.SelectMany(run => run.Outputs),
        output => Assert.True(
            output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"Made anew: {output.Value}"));

    private static void HoldsPlainData(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;
        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location or AttributeData
                or TextSpan or Diagnostic,
            $"{path} holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                HoldsPlainData(item, path + "[]", seen);
            return;
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            HoldsPlainData(field.GetValue(value), $"{path}.{field.Name}", seen);
    }
}
