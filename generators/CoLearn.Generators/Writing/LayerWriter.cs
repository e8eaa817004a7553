using CoLearn.Generators.Shapes;
using CoLearn.Generators.Shapes.Layers;

namespace CoLearn.Generators.Writing;

// The expression that makes a layer, with the layers of a block.
internal static class LayerWriter
{
    public static void Write(Code code, LayerPlan layer)
    {
        code.Add(layer.Create);
        if (layer.Type == ResidualRule.Residual)
            WriteBranches(code, layer.Inner);
        else if (layer.Inner.Count > 0)
            WriteSequence(code, layer.Inner);
    }

    private static void WriteSequence(Code code, EquatableArray<LayerPlan> layers) => code.Write(
        $"""
        (
            {sequence => sequence.Each(layers, WriteNamed, between: ",\n")})
        """);

    private static void WriteBranches(Code code, EquatableArray<LayerPlan> layers)
    {
        var projection = layers.FirstOrDefault(ResidualRule.IsProjection);
        var body = projection is null ? layers : layers.Where(layer => layer != projection).ToEquatableArray();
        code.Write($"""
            (
                [
                    {branch => branch.Each(body, WriteItem)}
                ]
            """);
        if (projection is not null)
            code.Write($"""
                ,
                    projection:
                    [
                        {branch => branch.Each(projection.Inner, WriteItem)}
                    ]
                """);
        code.Add(")");
    }

    private static void WriteItem(Code code, LayerPlan layer)
    {
        WriteNamed(code, layer);
        code.Add(",");
    }

    private static void WriteNamed(Code code, LayerPlan layer)
    {
        code.Write($"(\"{layer.Name}\", ");
        Write(code, layer);
        code.Add(")");
    }
}
