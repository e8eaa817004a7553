namespace CoLearn.Generators.Shapes;

// Without layers for a module of one's own.
internal sealed record StackPlan(Shape Input, EquatableArray<LayerPlan> Layers, long Parameters)
{
    public bool IsOwnModule => Layers.Count == 0;

    // Whether it is, or holds, a module of the user's own, whose tensors are known at run time only.
    public bool IsOpen => IsOwnModule || HasOwn;

    // Of a stack that has layers; what prints a plan asks one without, too.
    public LayerPlan Last => IsOwnModule ? null! : Layers[Layers.Count - 1];

    public bool HasOwn => HoldsOwn(Layers);

    // As one layer of another stack.
    public LayerPlan AsLayer(string name, string kind) => new(
        name, kind, "", "global::TorchSharp.torch.nn.Sequential", Last.Output, default, Layers, Parameters, HasOwn);

    // How many tokens the input may hold; 0 where it holds numbers.
    public long Tokens => !IsOwnModule && Layers[0] is { Kind: "Embedding" } embedding ? embedding.Tensors[0].Sizes[0] : 0;

    public static bool HoldsOwn(EquatableArray<LayerPlan> layers)
    {
        foreach (var layer in layers)
        {
            if (layer.IsOwn)
                return true;
        }

        return false;
    }
}
