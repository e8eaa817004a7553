using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The half of the class that makes it a network.
internal static class ModuleWriter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    public static string Write(LearnerPlan plan, NetworkPlan network)
    {
        var layers = network.Stack.Layers;
        return $$"""
            /// <remarks>
            /// <code>
            /// {{SummaryTable.Of(network.Stack).Select(Escaped).Lines(0, "/// ")}}
            /// </code>
            /// </remarks>
            partial class {{plan.Class}} : global::TorchSharp.torch.nn.Module<{{Tensor}}, {{Tensor}}>, global::CoLearn.ILearnerModel
            {
                {{layers.Select(layer => $"private readonly {layer.Type} {layer.Name};").Lines(4)}}

                /// <summary>Makes the layers.</summary>
                public {{plan.Class}}()
                    : base("{{plan.PlainClass}}")
                {
                    {{layers.Select(layer => $"{layer.Name} = {layer.Create};").Lines(0).Indented(8)}}
                    RegisterComponents();
                }

                {{DefinitionWriter.Write(plan, network).Indented(4)}}

                /// <summary>Leads a batch of examples through the layers.</summary>
                /// <param name="input">Examples of shape {{network.Stack.Input}}, behind one another in a first dimension.</param>
                /// <returns>An output of shape {{network.Stack.Last!.Output}} for each of them.</returns>
                public override {{Tensor}} forward({{Tensor}} input)
                {
                    using var scope = global::TorchSharp.torch.NewDisposeScope();
                    {{Steps(layers).Lines(8)}}
                    return x.MoveToOuterDisposeScope();
                }
            }
            """;
    }

    private static string Escaped(string line) => line.Replace("<", "&lt;").Replace(">", "&gt;");

    // The shapes stand below one another behind the statements.
    private static IEnumerable<string> Steps(EquatableArray<LayerPlan> layers)
    {
        var statements = layers
            .Select((layer, index) => index == 0 ? $"var x = {layer.Name}.call(input);" : $"x = {layer.Name}.call(x);")
            .ToList();
        var width = statements.Max(statement => statement.Length);
        return statements.Zip(layers, (statement, layer) => $"{statement.PadRight(width)} // {layer.Output}");
    }
}
