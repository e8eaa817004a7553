using CoLearn.Generators.Shapes.Layers;

namespace CoLearn.Generators.Shapes;

// Every layer that the generator knows, one row each.
internal static class LayerRules
{
    private static readonly Dictionary<string, LayerRule> rules = new LayerRule[]
    {
        new Conv2dRule(),
        new LinearRule(),
        new BatchNormRule("BatchNorm1d", "features) or (channels, length", Lowest: 1, Highest: 2),
        new BatchNormRule("BatchNorm2d", "channels, height, width", Lowest: 3, Highest: 3),
        new LayerNormRule(),
        new PoolRule("MaxPool2d"),
        new PoolRule("AvgPool2d"),
        new AdaptiveAvgPool2dRule(),
        new DropoutRule(),
        new FlattenRule(),
        new ActivationRule("ReLU", "relu"),
        new LeakyReLURule(),
        new ActivationRule("GELU", "gelu"),
        new ActivationRule("Sigmoid", "sigmoid"),
        new ActivationRule("Tanh", "tanh"),
        new LogSoftmaxRule(),
    }.ToDictionary(rule => rule.Attribute);

    public static IEnumerable<LayerRule> All => rules.Values;

    public static LayerRule? For(string attribute) => rules.TryGetValue(attribute, out var rule) ? rule : null;
}
