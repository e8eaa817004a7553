namespace CoLearn.Generators.Shapes;

// A kind of layer. Attribute is its name without "Attribute", which is also TorchSharp's; Field begins its name in the state dict.
internal abstract record LayerRule(string Attribute, string Field)
{
    protected const string Torch = "global::TorchSharp.torch.nn";

    public virtual string Type { get; } = "global::TorchSharp.Modules." + Attribute;

    public abstract Fit? Apply(LayerSite layer);
}
