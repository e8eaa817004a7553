using CoLearn.Generators.Shapes;

namespace CoLearn.Generators.Writing;

// The half of the class that makes it a network.
internal static class ModuleWriter
{
    private const string Tensor = "global::TorchSharp.torch.Tensor";

    public static void Write(Code code, LearnerPlan plan, NetworkPlan network)
    {
        var layers = network.Stack.Layers;
        code.Write($$"""

            /// <remarks>
            /// <code>
            /// {{table => SummaryTable.Write(table, network.Stack)}}
            /// </code>
            /// </remarks>
            partial class {{plan.Class}} : global::TorchSharp.torch.nn.Module<{{Tensor}}, {{Tensor}}>, global::CoLearn.ILearnerModel
            {
                {{fields => fields.Each(layers, WriteField)}}

                /// <summary>Makes the layers.</summary>
                public {{plan.Class}}()
                    : base("{{plan.PlainClass}}")
                {
                    {{fields => fields.Each(layers, WriteAssignment)}}
                    RegisterComponents();
                }

                {{definition => DefinitionWriter.Write(definition, plan, network)}}

                /// <summary>Leads a batch of examples through the layers.</summary>
                /// <param name="input">Examples of shape {{network.Stack.Input}}, behind one another in a first dimension.</param>
                /// <returns>An output of shape {{network.Stack.Last.Output}} for each of them.</returns>
                public override {{Tensor}} forward({{Tensor}} input)
                {
                    using var scope = global::TorchSharp.torch.NewDisposeScope();
                    {{steps => WriteSteps(steps, layers)}}
                    return x.MoveToOuterDisposeScope();
                }
            }

            """);
    }

    private static void WriteField(Code code, LayerPlan layer) => code.Write($"private readonly {layer.Type} {layer.Name};");

    private static void WriteAssignment(Code code, LayerPlan layer)
    {
        code.Write($"{layer.Name} = ");
        LayerWriter.Write(code, layer);
        code.Add(";");
    }

    // The shapes stand below one another behind the statements.
    private static void WriteSteps(Code code, EquatableArray<LayerPlan> layers)
    {
        var width = layers[0].Name.Length + "var x = .call(input);".Length;
        foreach (var layer in layers)
            width = Math.Max(width, layer.Name.Length + "x = .call(x);".Length);
        WriteStep(code, "var x", layers[0], "input", width);
        for (var index = 1; index < layers.Count; index++)
        {
            code.Lines("\n");
            WriteStep(code, "x", layers[index], "x", width);
        }
    }

    private static void WriteStep(Code code, string output, LayerPlan layer, string input, int width)
    {
        code.Write($"{output} = {layer.Name}.call({input});");
        code.Blanks(width - code.Column);
        code.Write($" // {layer.Output}");
    }
}
