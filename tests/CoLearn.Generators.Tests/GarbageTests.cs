using CoLearn.Generators.Runs;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators;

// Whatever stands in the attributes, nothing crashes, and what the analyzer lets pass compiles.
public class GarbageTests
{
    private static readonly string[] sensible =
    [
        "Linear(3)", "Linear(4, Bias = false)", "ReLU", "Dropout(0.2)", "Flatten", "LayerNorm", "BatchNorm1d", "GELU", "LogSoftmax",
        "Conv2d(2, 1)", "BatchNorm2d", "MaxPool2d(1)", "AvgPool2d(1)", "AdaptiveAvgPool2d(2)", "Tanh", "Sigmoid", "LeakyReLU",
        "PReLU", "Hardtanh", "GroupNorm(1)", "InstanceNorm2d", "Dropout2d", "ZeroPad2d(1)", "Upsample(2)", "ConvTranspose2d(2, 2)", "Softmax",
        "Embedding(9, 2)", "LSTM(3)", "GRU(2, Layers = 2, Bidirectional = true)",
    ];

    private static readonly string[] names =
    [
        "Linear", "Conv2d", "MaxPool2d", "AvgPool2d", "AdaptiveAvgPool2d", "Dropout", "LayerNorm", "BatchNorm1d", "BatchNorm2d", "LeakyReLU",
        "Flatten", "Input", "Learner", "Training", "Voting", "Voting<Balanced>", "Voting<Missing>", "Voting<>", "Adam", "SGD", "AdamW", "MSELoss",
        "NLLLoss", "Missing", "Layer", "Loss", "Conv1d", "Conv3d", "ConvTranspose2d", "GroupNorm", "Unflatten",
        "ZeroPad2d", "Upsample", "Hardtanh", "Softplus", "Optimizer", "VotingRule", "Embedding", "LSTM", "System.Obsolete", "Conv2d<int>",
    ];

    private static readonly string[] values =
    [
        "0", "1", "-1", "3", "int.MaxValue", "int.MinValue", "1 << 30", "2.5", "double.NaN", "double.Epsilon", "1e308 * 10", "null", "null!",
        "default", "\"text\"", "'c'", "true", "typeof(int)", "typeof(Missing)", "typeof(Digits)", "(Criterion)7", "Criterion.Loss", "Ties.Reject",
        "new[] { 1, 2 }", "new int[0]", "new object[] { 1 }", "Missing", "Missing()", "nameof(Linear)", "int.MaxValue + 1", "checked(1 - 2)", "@", "(", "",
    ];

    private static readonly string[] properties =
    [
        "Stride", "Padding", "Bias", "Epsilon", "Momentum", "NegativeSlope", "Data", "BatchSize", "Epochs", "Batches", "ResetOptimizer",
        "Threshold", "Ties", "MinGain", "Examples", "LearningRate", "WeightDecay", "Beta1", "Nothing", "Dilation", "Groups",
        "OutputPadding", "Minimum", "Lambda", "PerChannel", "Affine", "PaddingIndex", "Layers", "Bidirectional",
    ];

    [Fact]
    public async Task Model_OfRandomAttributes_NeverCrashesAndCompilesWhenNothingIsReported()
    {
        var random = new Random(20_240_229);
        var (written, refused) = (0, 0);
        for (var index = 0; index < 200; index++)
        {
            var source = Source.Class(RandomModel(random));
            var run = GeneratorRun.Of(source);
            var mistakes = await AnalyzerRun.Of(run);
            var isRefused = mistakes.Any(mistake => mistake.Severity == DiagnosticSeverity.Error);
            if (isRefused || Errors(run.Before).Any())
            {
                refused++;
                if (isRefused)
                    Assert.Empty(run.Files);
                continue;
            }

            written++;
            Assert.True(run.Files.Length == 1 && !Errors(run.After).Any(), $"{source}\n{string.Join("\n", Errors(run.After))}");
        }

        Assert.True(written > 20 && refused > 20, $"{written} written and {refused} refused show too little of one.");
    }

    [Theory]
    [InlineData("[Input(4)] [Linearr(2)] [CrossEntropyLoss, Adam]")]
    [InlineData("[Input(\"4\")] [Linear(2)] [CrossEntropyLoss, Adam]")]
    [InlineData("[Input(4)] [Linear] [CrossEntropyLoss, Adam]")]
    [InlineData("[Input(4)] [Linear(2, Bias = 3)] [CrossEntropyLoss, Adam]")]
    [InlineData("[Input(4)] [Linear(2)] [CrossEntropyLoss, Adam] [Voting<Missing>]")]
    [InlineData("[Input(4)] [Linear(2, Missing = 3)] [CrossEntropyLoss, Adam")]
    public async Task Model_ThatTheCompilerRefuses_IsLeftToTheCompiler(string attributes)
    {
        var run = GeneratorRun.Of(Source.Model(attributes));

        Assert.NotEmpty(Errors(run.Before));
        Assert.Empty(await AnalyzerRun.Of(run));
    }

    [Theory]
    [InlineData("partial struct Model;")]
    [InlineData("partial record struct Model;")]
    [InlineData("interface Model;")]
    public async Task Type_ThatIsNoClass_IsLeftToTheCompiler(string type)
    {
        var run = GeneratorRun.Of(Source.Network("[Input(4)] [Linear(2)]").Replace("partial class Model;", type, StringComparison.Ordinal));

        Assert.NotEmpty(Errors(run.Before));
        Assert.Empty(await AnalyzerRun.Of(run));
        Assert.Empty(run.Files);
    }

    [Fact]
    public void Learner_WrittenTwice_IsReadOnce() =>
        Assert.Single(GeneratorRun.Of(
            Source.Model("[Learner(\"other\")] [Input(4)] [Linear(2)] [CrossEntropyLoss, Adam]"),
            Source.Class("[Learner(\"third\")] public partial class Model;")).Files);

    private static string RandomModel(Random random)
    {
        var layers = Enumerable.Range(0, random.Next(1, 5))
            .Select(_ => random.Next(8) == 0 ? Garbage(random) : Pick(random, sensible))
            .ToList();
        var input = Pick(random, ["Input(6)", "Input(6)", "Input(2, 3, 3)", "Input(2, 3, 3)", "Input(5, 2)", Garbage(random)]);
        var end = Pick(random, ["CrossEntropyLoss", "MSELoss", "BCEWithLogitsLoss", "NLLLoss", "Sigmoid, BCELoss", "LogSoftmax, KLDivLoss", Garbage(random)]);
        string[] all = [input, .. layers, "Flatten", end, random.Next(8) == 0 ? Garbage(random) : "Adam"];
        var attributes = string.Concat(all.Select(attribute => $"[{attribute}] "));
        return $"[Learner(\"model\", Data = typeof(Digits))] {attributes}\npublic partial class Model;";
    }

    private static string Garbage(Random random)
    {
        var arguments = Enumerable.Range(0, random.Next(4))
            .Select(_ => random.Next(2) == 0 ? Pick(random, values) : $"{Pick(random, properties)} = {Pick(random, values)}");
        return $"{Pick(random, names)}({string.Join(", ", arguments)})";
    }

    private static string Pick(Random random, string[] items) => items[random.Next(items.Length)];

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
