using CoLearn.Collectives;
using CoLearn.Generators.Shapes;
using Microsoft.CodeAnalysis;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Stacks;

/// <summary>What the generator infers of random models is what torch computes.</summary>
public sealed class ValidStackTests
{
    private const int Models = 500;

    // One layer of one's own is no choice of the catalogue's.
    private static readonly string[] NotDrawn = ["Layer"];

    private static readonly IReadOnlyList<DrawnModel> Drawn = [.. Enumerable.Range(0, Models).Select(new Draw(seed: 20_261_123).Model)];

    [Fact]
    public async Task RandomStacks_ThatFit_AreWhatTorchMakes()
    {
        var compiled = new Compiled(Drawn);
        Assert.DoesNotContain((await compiled.MistakesAsync()).SelectMany(file => file), mistake => mistake.Severity == DiagnosticSeverity.Error);

        var assembly = compiled.Load();
        foreach (var model in Drawn)
            Check(model, assembly.GetType("Drawn." + model.Name, throwOnError: true)!);
    }

    // Else a kind of layer could never come up.
    [Fact]
    public void RandomStacks_OfTheTest_HoldEveryKindOfLayer() => Assert.Equal(
        LayerRules.All.Select(rule => rule.Attribute).Except(NotDrawn).Order(StringComparer.Ordinal),
        Drawn.SelectMany(model => model.Layers.Concat(model.Blocks.SelectMany(block => block.Layers)))
            .Select(layer => layer.Kind).Distinct().Order(StringComparer.Ordinal));

    private static void Check(DrawnModel model, Type type)
    {
        using var scope = NewDisposeScope();
        try
        {
            using var module = (Module<Tensor, Tensor>)Activator.CreateInstance(type)!;
            var definition = Definition(type);
            long[] sizes = [3, .. model.Input.Select(size => (long)size)];
            var input = Tokens(model) is { } tokens ? randint(0, tokens, sizes, ScalarType.Int64) : rand(sizes);
            InferredLayers.AreWhatTorchMakes(definition.Layers, module, input);
            Assert.Equal(definition.Layers[^1].Output.Select(size => (long)size), module.call(input).shape.Skip(1));
            Assert.Equal(Training.Fingerprint.Of(module), definition.Fingerprint);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{error.Message}\n{model}", error);
        }
    }

    // How many tokens there are, where the model reads tokens.
    private static int? Tokens(DrawnModel model) => model.Layers[0].Kind == "Embedding" ? (int)model.Layers[0].Arguments[0].Value : null;

    private static LearnerDefinition Definition(Type type) => (LearnerDefinition)typeof(ValidStackTests)
        .GetMethod(nameof(DefinitionOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(type)
        .Invoke(null, null)!;

    private static LearnerDefinition DefinitionOf<TModel>()
        where TModel : ILearnerModel
        => TModel.Definition;
}
