using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The model's definition, in which its factory travels.
internal static class DefinitionWriter
{
    // That of a module of one's own makes one, for which the class's static fields must have been initialised.
    public static string Write(LearnerPlan plan, NetworkPlan network) =>
        $$"""
        static global::CoLearn.LearnerDefinition global::CoLearn.ILearnerModel.Definition {{(network.Stack.IsOpen ? "=> field ??=" : "{ get; } =")}}
            global::CoLearn.Training.TorchDefinition.Of<{{plan.Class}}, {{network.Data}}>(new global::CoLearn.Training.TorchDeclaration
            {
                Name = {{Literal.Of(plan.Name)}},
                Fingerprint = "{{(network.Stack.IsOpen ? "" : Fingerprint.Of(network.Stack))}}",
                Input = {{Sizes(network.Stack.Input)}},{{Tokens(network.Stack)}}
                Loss = global::CoLearn.Training.LossKind.{{network.Loss}},
                Optimizer = {{New(network.Optimizer)}},
                Training = {{New(network.Training)}},
                Rule = new global::CoLearn.CollectiveRule
                {
                    {{network.Voting.Rule.Select(setting => $"{setting.Name} = {setting.Literal},").Lines(12)}}
                },
                Score = {{(network.Voting.Score is { } score ? $"new {score}()" : "null")}},
                {{Layers(network.Stack).Indented(8)}}
            });
        """;

    private static string Tokens(StackPlan stack) =>
        stack.Tokens == 0 ? "" : $"\n        Tokens = {Literal.Of(stack.Tokens)},";

    private static string Layers(StackPlan stack) => stack.IsOwnModule ? "Layers = []," :
        $"""
        Layers =
        [
            {stack.Layers.Select(layer => Summary(layer) + ",").Lines(0).Indented(4)}
        ],
        """;

    private static string New(SettingsPlan plan) =>
        $"new {plan.Type}({string.Join(", ", plan.Settings.Select(setting => $"{setting.Name}: {setting.Literal}"))})";

    private static string Summary(LayerPlan layer)
    {
        var line = $"new global::CoLearn.LayerSummary(\"{layer.Name}\", \"{layer.Kind}\", {Sizes(layer.Output)}, {Literal.Of(layer.Parameters)})";
        return layer.Inner.Count == 0 ? line : $"{line}\n{{\n    Layers =\n    [{layer.Inner.Select(Summary).Listed().Indented(4)},\n    ],\n}}";
    }

    private static string Sizes(Shape shape) => "[" + string.Join(", ", shape.Longs.Select(Literal.Of)) + "]";
}
