using System.Text.RegularExpressions;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Libraries;
using CoLearn.Generators.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoLearn.Generators;

public partial class HelpTests
{
    private const string NeedsNoCode = "COLEARN031"; // its way out is a package

    private static readonly string folder = Path.Combine(AppContext.BaseDirectory, "Help");

    public static TheoryData<string> Ids => [.. Mistakes.All.Select(rule => rule.Id)];

    [Fact]
    public void Pages_OfDiagnostics_AreThereForEachAndNoOther() => Assert.Equal(
        Mistakes.All.Select(rule => rule.Id + ".md").Order(), Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());

    [Fact]
    public void HelpLinks_OfDiagnostics_EndInTheirPages() => Assert.All(
        Mistakes.All,
        rule => Assert.EndsWith($"generators/CoLearn.Generators/Help/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfADiagnostic_BearsItsTitle(string id) =>
        Assert.StartsWith($"# {id}: {Mistakes.All.Single(rule => rule.Id == id).Title}\n", Page(id), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Example_ThatIsWrong_MakesTheMistakeOfItsPage(string id) => Assert.Equal([id], await MistakesIn(Example(id, "Wrong"), id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Example_ThatIsRight_MakesNoMistake(string id)
    {
        if (id != NeedsNoCode)
            Assert.Empty(await MistakesIn(Example(id, "Right"), id));
        else
            Assert.Contains("<PackageReference Include=\"CoLearn.TorchSharp\" />", Page(id), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> MistakesIn(string code, string id)
    {
        var source = Source.Class(code);
        var project = id == NeedsNoCode
            ? Source.ProjectWith(Library.Base, source.Replace("typeof(Digits)", "typeof(string)", StringComparison.Ordinal))
            : Source.Project(source);
        var diagnostics = await project.WithAnalyzers([new LearnerAnalyzer(), new ModuleAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return diagnostics.Select(diagnostic => diagnostic.Id);
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(folder, id + ".md")).ReplaceLineEndings("\n");

    private static string Example(string id, string heading)
    {
        var match = CodeBelowHeading().Matches(Page(id)).Single(match => match.Groups["heading"].Value == heading);
        return match.Groups["code"].Value;
    }

    [GeneratedRegex("## (?<heading>\\w+)\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBelowHeading();
}
