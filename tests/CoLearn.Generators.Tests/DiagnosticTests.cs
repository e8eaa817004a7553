using CoLearn.Generators.Cases;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Libraries;
using CoLearn.Generators.Runs;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators;

public class DiagnosticTests
{
    // Reported without anything wrong in the model's own declaration, so that its code is written all the same.
    private static readonly string[] beyondTheModel =
        ["COLEARN006", "COLEARN043", "COLEARN049", "COLEARN050", "COLEARN065", "COLEARN066", "COLEARN067"];

    public static TheoryData<int, string, string> Cases
    {
        get
        {
            var data = new TheoryData<int, string, string>();
            foreach (var (index, item) in DiagnosticCases.All.Index())
                data.Add(index, item.Id, item.Message);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Mistake_InAModel_IsReportedAtItsAttribute(int index, string id, string message)
    {
        var broken = DiagnosticCases.All[index].Broken;
        var start = broken.IndexOf('⟦', StringComparison.Ordinal);
        var length = broken.IndexOf('⟧', StringComparison.Ordinal) - start - 1;

        var run = GeneratorRun.Of(broken.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal));

        var diagnostic = Assert.Single(await AnalyzerRun.Of(run));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((start, length), (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        if (diagnostic.Severity == DiagnosticSeverity.Error && !beyondTheModel.Contains(id))
            Assert.Empty(run.Files);
        // A class without [Learner] is none.
        else if (id != "COLEARN036")
            Assert.NotEmpty(run.Files);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Twin_OfAMistake_IsWrittenWithoutComplaint(int index, string id, string message)
    {
        var run = GeneratorRun.Of(DiagnosticCases.All[index].Valid);

        Assert.Empty((await AnalyzerRun.Of(run)).Select(diagnostic => $"{diagnostic} (the valid twin of {id}: {message})"));
        run.CompilesWithoutWarning();
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public async Task Network_WithoutTorchSharp_IsReportedAtLearner()
    {
        var source = """
            using CoLearn;
            [Learner("model", Data = typeof(string))] [Input(4)] [Linear(2)] [CrossEntropyLoss, Adam] public partial class Model;
            """;

        var run = GeneratorRun.Of(Source.ProjectWith([.. Library.Base, .. Library.Orleans], source));

        var diagnostic = Assert.Single(await AnalyzerRun.Of(run));
        Assert.Equal("COLEARN031", diagnostic.Id);
        Assert.Equal(
            "Model has layers, but the project references no CoLearn.TorchSharp, which trains them; add a reference to that package",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        var span = diagnostic.Location.SourceSpan;
        Assert.Equal("Learner(\"model\", Data = typeof(string))", source.Substring(span.Start, span.Length));
        Assert.Empty(run.Files);
    }

    [Fact]
    public async Task Mistakes_ThatDoNotDependOnOneAnother_AreReportedTogether()
    {
        var run = GeneratorRun.Of(Source.Model("""
            [Input(4)] [Conv2d(2, 3)]
            [Adam(LearningRate = -1)]
            [Training(BatchSize = 0, Epochs = 0)]
            [Voting(Criterion.Loss, Threshold = 2)]
            """));

        var ids = (await AnalyzerRun.Of(run)).Select(diagnostic => diagnostic.Id).Order();

        Assert.Equal(["COLEARN011", "COLEARN014", "COLEARN018", "COLEARN019", "COLEARN019", "COLEARN021"], ids);
    }

    [Fact]
    public void Cases_OfMistakes_CoverEveryDiagnostic() => Assert.Equal(
        Mistakes.All.Select(rule => rule.Id).Order(),
        DiagnosticCases.All.Select(item => item.Id).Append("COLEARN031").Distinct().Order());

    [Fact]
    public void Ids_OfDiagnostics_CountUpwards()
    {
        var ids = Mistakes.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^COLEARN[0-9]{3}$", id));
    }

    [Fact]
    public void ReleaseNotes_OfDiagnostics_HaveARowForEach()
    {
        var rows = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file)))
            .Where(line => line.StartsWith("COLEARN", StringComparison.Ordinal));

        Assert.Equal(Mistakes.All.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"), rows.Order());
    }
}
