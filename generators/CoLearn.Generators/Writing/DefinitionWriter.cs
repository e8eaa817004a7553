using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The model's definition, in which its factory travels.
internal static class DefinitionWriter
{
    // That of a module of one's own makes one, for which the class's static fields must have been initialised.
    public static void Write(Code code, LearnerPlan plan, NetworkPlan network) => code.Write(
        $$"""
        static global::CoLearn.LearnerDefinition global::CoLearn.ILearnerModel.Definition {{(network.Stack.IsOpen ? "=> field ??=" : "{ get; } =")}}
            global::CoLearn.Training.TorchDefinition.Of<{{plan.Class}}, {{network.Data}}>(new global::CoLearn.Training.TorchDeclaration
            {
                Name = {{Literal.Of(plan.Name)}},
                Fingerprint = "{{(network.Stack.IsOpen ? "" : Fingerprint.Of(network.Stack))}}",
                Input = [{{network.Stack.Input.Listed}}],{{tokens => WriteTokens(tokens, network.Stack)}}
                Loss = global::CoLearn.Training.LossKind.{{network.Loss}},
                Optimizer = new {{network.Optimizer.Type}}({{optimizer => WriteSettings(optimizer, network.Optimizer.Settings)}}),
                Training = new({{training => WriteSettings(training, network.Training)}}),
                Rule = new()
                {
                    {{rule => rule.Each(network.Voting.Rule, WriteProperty)}}
                },
                Score = {{(network.Voting.Score is { } score ? $"new {score}()" : "null")}},
                Layers ={{layers => WriteLayers(layers, network.Stack.Layers)}},
            });
        """);

    public static void WriteProperty(Code code, Setting setting) => code.Write($"{setting.Name} = {setting.Literal},");

    private static void WriteTokens(Code code, StackPlan stack)
    {
        if (stack.Tokens > 0)
            code.Write($"\nTokens = {stack.Tokens},");
    }

    private static void WriteSettings(Code code, EquatableArray<Setting> settings) =>
        code.Each(settings, static (code, setting) => code.Write($"{setting.Name}: {setting.Literal}"), between: ", ");

    private static void WriteLayers(Code code, EquatableArray<LayerPlan> layers)
    {
        if (layers.Count == 0)
            code.Add(" []");
        else
            code.Write($"""

                [
                    {summaries => summaries.Each(layers, WriteLayer)}
                ]
                """);
    }

    private static void WriteLayer(Code code, LayerPlan layer)
    {
        code.Write($"new(\"{layer.Name}\", \"{layer.Kind}\", [{layer.Output.Listed}], {layer.Parameters})");
        if (layer.Inner.Count > 0)
            WriteInner(code, layer.Inner);
        code.Add(",");
    }

    private static void WriteInner(Code code, EquatableArray<LayerPlan> layers) => code.Write(
        $$"""

        {
            Layers ={{inner => WriteLayers(inner, layers)}},
        }
        """);
}
