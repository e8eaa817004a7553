namespace CoLearn.Generators.Shapes.Layers;

internal sealed record DropoutRule() : LayerRule("Dropout", "dropout")
{
    // TorchSharp's own draws its masks from the process-wide generator, so that learners would disturb one another's.
    public override string Type => "global::CoLearn.Training.SeededDropout";

    public override Fit? Apply(LayerSite layer)
    {
        var probability = layer.Number("probability", Range.UnitWithoutOne, 0.5);
        return new Fit(layer.Input, $"new {Type}(probability: {Literal.Of(probability)})");
    }
}
