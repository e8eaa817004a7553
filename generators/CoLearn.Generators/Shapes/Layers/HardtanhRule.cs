namespace CoLearn.Generators.Shapes.Layers;

internal sealed record HardtanhRule() : LayerRule("Hardtanh", "hardtanh")
{
    // TorchSharp's own gives its input as it is (0.107).
    public override string Type => "global::CoLearn.Training.Hardtanh";

    public override Fit? Apply(LayerSite layer)
    {
        var least = layer.Number("Minimum", Range.Finite, -1);
        var greatest = layer.Number("Maximum", Range.Finite, 1);
        if (least >= greatest && layer.Faults.Count == 0)
            layer.Refuse("Minimum", Literal.Of(least), $"a value less than {Literal.Of(greatest)}, its Maximum");
        return new Fit(layer.Input, $"new {Type}(minimum: {Literal.Of(least)}, maximum: {Literal.Of(greatest)})");
    }
}
