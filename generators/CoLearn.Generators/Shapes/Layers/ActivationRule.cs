namespace CoLearn.Generators.Shapes.Layers;

// A function of each value by itself, without settings.
internal sealed record ActivationRule(string Attribute, string Field) : LayerRule(Attribute, Field)
{
    public override Fit? Apply(LayerSite layer) => new(layer.Input, $"{Torch}.{Attribute}()");
}
