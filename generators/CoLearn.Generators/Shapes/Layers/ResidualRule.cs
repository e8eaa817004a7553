using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Layers;

internal sealed record ResidualRule() : LayerRule("Residual", "residual")
{
    public const string Residual = "global::CoLearn.Training.Residual";

    private const string Projection = "projection";
    private const string Create = "new " + Residual;

    public override string Type => Residual;

    // Of a residual's layers, which have no name like it, the one on its other branch.
    public static bool IsProjection(LayerPlan layer) => layer.Name == Projection;

    public override Fit? Apply(LayerSite layer)
    {
        if (layer.Inside("TBlock") is not { } body)
            return null;
        var (input, output) = (layer.Input, body.Last.Output);
        if (!layer.Flag("Project", false))
        {
            return input == output
                ? new Fit(output, Create) { Inner = body.Layers }
                : layer.Misfit($"an input of the shape that its block gives, {output}", "set Project = true, or let the block keep the shape");
        }

        if (Stride(input, output) is not { } stride)
        {
            return layer.Misfit(
                $"an input that a convolution with a kernel of 1 can bring to the shape that its block gives, {output}",
                "let the block divide the sizes by one stride, or give a flat output for a flat input");
        }

        return layer.Through(Shortcut(output, stride), Projection) is { } shortcut
            ? new Fit(output, Create) { Inner = body.Layers.Append(shortcut.AsLayer(Projection, "Projection")).ToEquatableArray() }
            : null;
    }

    // He et al., 3.3 (B): "done by 1×1 convolutions", "performed with a stride of 2" where the sizes are halved, and 3.4: normalised behind each.
    private static AttributeUse[] Shortcut(Shape output, int stride)
    {
        if (output.Rank == 1)
            return [Use("Linear", ("outFeatures", output[0]), ("Bias", false))];
        var dimensions = Literal.Of(output.Rank - 1) + "d";
        return
        [
            Use("Conv" + dimensions, ("filters", output[0]), ("kernel", 1), ("Stride", stride), ("Bias", false)),
            Use("BatchNorm" + dimensions),
        ];
    }

    private static AttributeUse Use(string name, params (string Name, object Value)[] arguments) => new(
        AttributeRole.Layer, name, Part: 0, arguments.Select(argument => new Argument(argument.Name, argument.Value)).ToEquatableArray());

    // The stride with which a kernel of 1 makes the output's sizes of the input's.
    private static int? Stride(Shape input, Shape output)
    {
        if (input.Rank != output.Rank || input.Rank > Space.Volume.Dimensions + 1)
            return null;
        if (input.Rank == 1)
            return 1;
        var sizes = input.Longs.Zip(output.Longs, (before, after) => (Before: before, After: after)).Skip(1).ToList();
        // A stride leaves ⌈before / stride⌉; the least that leaves no more than wanted is ⌈before / after⌉.
        var stride = sizes.Max(size => (size.Before + size.After - 1) / size.After);
        return sizes.All(size => (size.Before + stride - 1) / stride == size.After) ? (int)stride : null;
    }
}
