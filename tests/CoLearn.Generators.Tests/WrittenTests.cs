using CoLearn.Generators.Libraries;
using CoLearn.Generators.Runs;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators;

// Where and for whom something is written.
public class WrittenTests
{
    private const string Attributes = "[Learner(\"model\", Data = typeof(Example.Digits))] [Input(4)] [Linear(2)] [CrossEntropyLoss, Adam]";

    private const string Forest = """
        #pragma warning disable CS1591
        using CoLearn;

        namespace Example;

        [Learner("forest")]
        public sealed class Forest : ILearner, ILearnerModel
        {
            static LearnerDefinition ILearnerModel.Definition => throw null!;

            public DataSummary Data => throw null!;

            public Weights InitialWeights(RoundContext context) => throw null!;

            public Weights ProposeWeights(Weights accepted, RoundContext context) => throw null!;

            public Scores TestWeights(Weights weights, RoundContext context) => throw null!;
        }
        """;

    [Theory]
    [InlineData("using CoLearn;\n{0}\npublic partial class Model;")]
    [InlineData("using CoLearn;\nnamespace A.B {{ namespace C {{ {0}\npublic partial class Model; }} }}")]
    [InlineData("using CoLearn;\nnamespace A.@event;\n{0}\ninternal sealed partial class @class;")]
    [InlineData("using CoLearn;\nnamespace A.TorchSharp.torch;\n{0}\npublic partial class Tensor;")]
    [InlineData("using CoLearn;\nnamespace A.CoLearn.Orleans;\n{0}\npublic partial class System;")]
    [InlineData("using CoLearn;\nnamespace A;\n{0}\npublic partial class Model {{ private int own = 1; internal int Own() => own++; }}")]
    [InlineData("using CoLearn;\nnamespace A;\n{0}\npublic partial class Model : System.ICloneable {{ object System.ICloneable.Clone() => this; }}")]
    [InlineData("using CoLearn;\nnamespace A;\n{0}\npublic partial class Model {{ internal Model(int seed) : this() => _ = seed; }}")]
    public void Class_WhereverItStands_GetsCodeThatCompiles(string source) =>
        GeneratorRun.Of(string.Format(System.Globalization.CultureInfo.InvariantCulture, source, Attributes)).Text();

    [Fact]
    public void Classes_ThatDifferInCaseOnly_AreBothWritten() => Assert.Equal(2, GeneratorRun.Of(Source.Class("""
        [Learner("one", Data = typeof(Digits))] [Input(4)] [Linear(2)] [CrossEntropyLoss, Adam] public partial class Model;
        [Learner("two", Data = typeof(Digits))] [Input(4)] [Linear(2)] [CrossEntropyLoss, Adam] public partial class MODEL;
        """)).Files.Length);

    [Fact]
    public void Losses_OnAnotherDeclarationThanLayers_AreRead() => Assert.Contains(
        "LossKind.MeanSquaredError",
        GeneratorRun.Of(
            Source.Class("[MSELoss]\npublic partial class Model;"),
            Source.Class("[Learner(\"model\", Data = typeof(Digits))] [Input(4)] [Linear(2)] [SGD]\npublic partial class Model;")).Text(),
        StringComparison.Ordinal);

    [Fact]
    public void Network_WithoutGrainsAtHand_GetsItsModuleOnly()
    {
        var run = GeneratorRun.Of(
            Source.ProjectWith([.. Library.Base, .. Library.Torch], Source.Network("[Input(4)] [Linear(2)]"), Source.Neighbours));

        var text = run.Text();

        Assert.Contains("partial class Model :", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Orleans", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Algorithm_OfOnesOwn_GetsItsGrainAndNamesNoTorchSharp()
    {
        var run = GeneratorRun.Of(Source.ProjectWith([.. Library.Base, .. Library.Orleans], Forest));

        var text = run.Text();

        Snapshot.Matches("Algorithm", text);
        Assert.DoesNotContain("TorchSharp", text, StringComparison.Ordinal);
        Assert.Empty(await AnalyzerRun.Of(run));
    }

    [Fact]
    public async Task Algorithm_ThatIsPartial_GetsItsDefinitionToo()
    {
        var run = GeneratorRun.Of(Cases.DiagnosticCases.Written("""
            [Learner("forest", Data = typeof(RowsData), Format = typeof(ForestFormat))]
            [Voting(Criterion.Loss, Ties = Ties.Reject, Threshold = 0.75)]
            public sealed partial class Forest(
                LearnerContext context, Microsoft.Extensions.Configuration.IConfiguration settings, Rows rows) : ILearner
            """));

        var text = run.Text();

        Snapshot.Matches("Algorithm.Definition", text);
        Assert.DoesNotContain("TorchSharp", text, StringComparison.Ordinal);
        Assert.Empty(await AnalyzerRun.Of(run));
    }

    [Fact]
    public async Task Algorithm_WithAScoreThatReadsNoTensors_VotesByIt()
    {
        var run = GeneratorRun.Of(Cases.DiagnosticCases.Written("""
            public sealed class Mine : IScore { public string Name => "mine"; public bool Minimise => true; }

            [Learner("forest", Data = typeof(RowsData), Format = typeof(ForestFormat))]
            [Voting<Mine>]
            public partial record Forest(Rows Rows) : ILearner
            """));

        Assert.Contains("new global::Example.Mine(),", run.Text(), StringComparison.Ordinal);
        Assert.Empty(await AnalyzerRun.Of(run));
    }

    [Fact]
    public void Algorithm_WhoseDataLoadsSeveralThings_IsGivenWhatItTakes()
    {
        var run = GeneratorRun.Of(Cases.DiagnosticCases.Written("""
            public sealed class Both : ILearnerData<string>, ILearnerData<Rows[]>
            {
                System.Threading.Tasks.Task<string> ILearnerData<string>.LoadAsync(
                    LearnerContext context, Microsoft.Extensions.Configuration.IConfiguration configuration, System.Threading.CancellationToken cancellation) => throw null!;

                System.Threading.Tasks.Task<Rows[]> ILearnerData<Rows[]>.LoadAsync(
                    LearnerContext context, Microsoft.Extensions.Configuration.IConfiguration configuration, System.Threading.CancellationToken cancellation) => throw null!;
            }

            [Learner("forest", Data = typeof(Both), Format = typeof(ForestFormat))]
            public sealed partial class Forest(Rows[] rows) : ILearner
            """));

        Assert.Contains("Of<global::Example.Both, global::Example.Rows[]>(", run.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Algorithm_WithoutGrainsAtHand_GetsItsDefinitionOnly()
    {
        var text = GeneratorRun.Of(Source.ProjectWith(
            [.. Library.Base, .. Library.Torch],
            Cases.DiagnosticCases.Written("[Learner(\"forest\", Data = typeof(RowsData), Format = typeof(ForestFormat))] public sealed partial class Forest(Rows rows) : ILearner"),
            Source.Neighbours)).Text();

        Assert.DoesNotContain("Orleans", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Algorithm_WithoutGrainsAtHand_GetsNothing()
    {
        var run = GeneratorRun.Of(Source.ProjectWith(Library.Base, Forest));

        Assert.Empty(run.Files);
        run.CompilesWithoutWarning();
    }

    [Fact]
    public void Grain_OfALearner_IsFoundByOrleansNames()
    {
        var after = GeneratorRun.Of(Source.Network("[Input(4)] [Linear(2)]")).After;

        var grain = after.GetTypeByMetadataName("Example.ModelGrain")!;
        Assert.Equal("LearnerGrain", grain.BaseType!.Name);
        Assert.True(grain.IsSealed);
        Assert.Equal(Accessibility.Internal, grain.DeclaredAccessibility);
        var type = Assert.Single(grain.GetAttributes());
        Assert.Equal("Orleans.GrainTypeAttribute", type.AttributeClass!.ToDisplayString());
        Assert.Equal("learner.model", type.ConstructorArguments[0].Value);
        Assert.Equal(
            ["Orleans.ApplicationPartAttribute", "Orleans.Serialization.Configuration.TypeManifestProviderAttribute"],
            after.Assembly.GetAttributes().Select(attribute => attribute.AttributeClass!.ToDisplayString()).Order());
    }

    [Fact]
    public void Remarks_OfAModel_ReachItsDocumentation()
    {
        var model = GeneratorRun.Of(Source.Network("[Input(4)] [Linear(2)]")).After.GetTypeByMetadataName("Example.Model")!;

        Assert.Contains("total                          10", model.GetDocumentationCommentXml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("fa-IR")]
    public void Numbers_InAnyCulture_AreWrittenAsCSharp(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var invariant = GeneratorRun.Of(Source.Network("[Input(4)] [LeakyReLU(NegativeSlope = -0.25), Dropout(0.1)]")).Text();
        try
        {
            var foreign = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NumberDecimalSeparator = culture == "fr-FR" ? "," : "/";
            foreign.NumberFormat.NegativeSign = "−";
            System.Globalization.CultureInfo.CurrentCulture = foreign;
            Assert.Equal(invariant, GeneratorRun.Of(Source.Network("[Input(4)] [LeakyReLU(NegativeSlope = -0.25), Dropout(0.1)]")).Text());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
