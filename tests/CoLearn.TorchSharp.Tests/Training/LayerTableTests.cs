using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoLearn.Collectives;

namespace CoLearn.Training;

/// <summary>The table of layers at run time is the one that the generator writes into the class's documentation.</summary>
public sealed class LayerTableTests
{
    [Fact]
    public void Of_DeclaredModel_IsTheTableOfItsDocumentation()
    {
        Equal<SmallDigits>();
        Equal<ResNet18>();
        Equal<EveryTokenLayer>();

        static void Equal<TModel>()
            where TModel : ILearnerModel => Assert.Equal(Documented<TModel>(), Table<TModel>());
    }

    [Fact]
    public void Of_LayersOfOnesOwn_HasTheCountsThatTheDocumentationLacks()
    {
        var documented = Documented<EveryBlock>();
        var table = Table<EveryBlock>();

        Assert.Contains(documented, line => line.EndsWith('?'));
        Assert.DoesNotContain(table, line => line.Contains('?', StringComparison.Ordinal));
        Assert.Equal(documented.Select(WithoutCount), table.Select(WithoutCount));

        static string WithoutCount(string line) => Regex.Replace(line, @"\s+([\d,]+|[\d,]+ \+ \?|\?|parameters)$", "");
    }

    [Fact]
    public void Of_ModuleOfOnesOwn_CountsItsLayers()
    {
        var declaration = Samples.Declaration() with { Name = "own" };

        Assert.Equal(
            [
                "layer  kind           output  parameters",
                "input                 (4)",
                "bn1    BatchNorm1d    (8)             16",
                "drop1  SeededDropout  (8)              0",
                "fc1    Linear         (8)             40",
                "fc2    Linear         (3)             27",
                "total                                 83",
            ],
            Sorted(LayerTable.Of(TorchDefinition.Of<TinyModel, SampleData>(declaration))));
    }

    [Fact]
    public void Of_AlgorithmOfOnesOwn_IsEmpty() => Assert.Empty(LayerTable.Of(
        new LearnerDefinition("none", new Exchange.SafeTensorsFormat(new string('a', 64)), new CollectiveRule(), [], (_, _, _) => throw new NotSupportedException())));

    private static IReadOnlyList<string> Table<TModel>()
        where TModel : ILearnerModel => LayerTable.Of(TModel.Definition);

    private static string[] Documented<TModel>()
    {
        var file = Path.ChangeExtension(typeof(TModel).Assembly.Location, ".xml");
        var member = XDocument.Load(file).Descendants("member").Single(member => (string?)member.Attribute("name") == $"T:{typeof(TModel).FullName}");
        var lines = member.Element("remarks")!.Element("code")!.Value.Split('\n').Where(line => line.Trim().Length > 0).ToArray();
        // The compiler indents the whole.
        var indent = lines.Min(line => line.Length - line.TrimStart().Length);
        return [.. lines.Select(line => line[indent..].TrimEnd())];
    }

    // Fields are registered in an order of their own.
    private static string[] Sorted(IReadOnlyList<string> lines) => [.. lines.Take(2), .. lines.Skip(2).SkipLast(1).Order(StringComparer.Ordinal), lines[^1]];
}
