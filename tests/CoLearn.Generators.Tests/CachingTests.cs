using CoLearn.Generators.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoLearn.Generators;

public class CachingTests
{
    private const string First = "[Input(4)] [Linear(2)] [CrossEntropyLoss, Adam]";

    [Fact]
    public void Edit_InAnotherFile_RegeneratesNothing()
    {
        var project = Source.Project(Source.Model(First), "namespace Example; internal class Other;");
        var run = GeneratorRun.Of(project);

        var again = run.Again(Replace(project, "internal class Other;", "internal class Other { public int Added { get; } }"));

        AllRemembered(again, models: 1);
        Assert.Equal(run.Text(), again.Text());
    }

    [Fact]
    public void Edit_OfANewFile_RegeneratesNothing()
    {
        var project = Source.Project(Source.Model(First));
        var run = GeneratorRun.Of(project);

        AllRemembered(run.Again(project.AddSyntaxTrees(Source.Tree("internal class Added;", "Added.cs"))), models: 1);
    }

    [Fact]
    public void Edit_AboveTheClassInItsFile_RegeneratesNothing()
    {
        var project = Source.Project(Source.Model(First));
        var run = GeneratorRun.Of(project);

        const string space = "namespace Example;\n\n";
        AllRemembered(
            run.Again(Replace(project, space + "[", space + "internal class Above { internal int Added { get; } }\n\n// moved\n\n[")),
            models: 1);
    }

    [Fact]
    public void Edit_BetweenTheAttributes_RegeneratesNothing()
    {
        var project = Source.Project(Source.Model(First));
        var run = GeneratorRun.Of(project);

        AllRemembered(run.Again(Replace(project, "[Input(4)] ", "[Input(2 + 2)] // the same by another way\n\n")), models: 1);
    }

    [Fact]
    public void Edit_InsideTheClassThatAddsNoName_RegeneratesNothing()
    {
        var project = Source.Project(Source.Model(First).Replace("class Model;", "class Model { private int Two() => 2; }"));
        var run = GeneratorRun.Of(project);

        AllRemembered(run.Again(Replace(project, "=> 2;", "{ return 1 + 1; }")), models: 1);
    }

    [Fact]
    public void Edit_OfOneOfThreeModels_RegeneratesOne()
    {
        var project = Source.Project(Three());
        var run = GeneratorRun.Of(project);
        Assert.Equal(3, run.Files.Length);

        var again = run.Again(Replace(project, "[Linear(3)]", "[Linear(33)]"));

        Assert.Equal(1, again.Reasons(LearnerGenerator.ReadStep).Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, again.Reasons(LearnerGenerator.PlanStep).Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, again.OutputReasons().Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(2, again.OutputReasons().Count(reason => reason == IncrementalStepRunReason.Cached));
        again.CompilesWithoutWarning();
    }

    [Fact]
    public void Edit_OfABlock_RegeneratesTheModelsThatUseIt()
    {
        var project = Source.Project(Source.Class("""
            [Block, Linear(4), ReLU] internal sealed class Mine;
            [Learner("one", Data = typeof(Digits))] [Input(4)] [Residual<Mine>, Linear(2)] [CrossEntropyLoss, Adam] public partial class One;
            [Learner("two", Data = typeof(Digits))] [Input(8)] [Repeat<Mine>(2), Linear(2)] [CrossEntropyLoss, Adam] public partial class Two;
            [Learner("three", Data = typeof(Digits))] [Input(4)] [Linear(2)] [CrossEntropyLoss, Adam] public partial class Three;
            """));
        var run = GeneratorRun.Of(project);

        var again = run.Again(Replace(project, "[Block, Linear(4), ReLU]", "[Block, Linear(4), Tanh]"));

        Assert.Equal(2, again.OutputReasons().Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, again.OutputReasons().Count(reason => reason == IncrementalStepRunReason.Cached));
        again.CompilesWithoutWarning();
        Assert.All(again.Files.Take(2), file => Assert.Contains("Tanh()", file.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Edit_OfTheClass_IsFollowed()
    {
        var project = Source.Project(Source.Model(First));
        var run = GeneratorRun.Of(project);

        var again = run.Again(Replace(project, "[Linear(2)]", "[Linear(7)]"));

        Assert.Contains("outputSize: 7", again.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Models_OfOneProject_CompileTogether() => GeneratorRun.Of(Three()).CompilesWithoutWarning();

    private static string Three() => Source.Class(string.Join("\n", Enumerable.Range(1, 3).Select(number => $$"""
        [Learner("model-{{number}}", Data = typeof(Digits))]
        [Input(4)] [Linear({{number + 1}})] [CrossEntropyLoss, Adam]
        public partial class Model{{number}};
        """)));

    private static CSharpCompilation Replace(CSharpCompilation project, string old, string by)
    {
        var tree = project.SyntaxTrees.Single(tree => tree.ToString().Contains(old, StringComparison.Ordinal));
        return project.ReplaceSyntaxTree(tree, Source.Tree(tree.ToString().Replace(old, by, StringComparison.Ordinal), tree.FilePath));
    }

    private static void AllRemembered(GeneratorRun run, int models)
    {
        Assert.Equal(models, run.Reasons(LearnerGenerator.ReadStep).Count);
        var reasons = run.Reasons(LearnerGenerator.ReadStep).Concat(run.Reasons(LearnerGenerator.PlanStep)).Concat(run.OutputReasons());
        Assert.All(reasons, reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
        run.CompilesWithoutWarning();
    }
}
