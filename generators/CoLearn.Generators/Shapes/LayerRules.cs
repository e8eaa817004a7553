using CoLearn.Generators.Shapes.Layers;

namespace CoLearn.Generators.Shapes;

// Every layer that the generator knows, one row each.
internal static class LayerRules
{
    private static readonly Dictionary<string, LayerRule> rules = new LayerRule[]
    {
        new ConvRule("Conv1d", Space.Line),
        new ConvRule("Conv2d", Space.Plane),
        new ConvRule("Conv3d", Space.Volume),
        new ConvTranspose2dRule(),
        new LinearRule(),
        new BatchNormRule("BatchNorm1d", "features) or (channels, length", Lowest: 1, Highest: 2),
        new BatchNormRule("BatchNorm2d", "channels, height, width", Lowest: 3, Highest: 3),
        new BatchNormRule("BatchNorm3d", "channels, depth, height, width", Lowest: 4, Highest: 4),
        new GroupNormRule(),
        new InstanceNormRule("InstanceNorm1d", Space.Line),
        new InstanceNormRule("InstanceNorm2d", Space.Plane),
        new LayerNormRule(),
        new PoolRule("MaxPool1d", Space.Line),
        new PoolRule("MaxPool2d", Space.Plane),
        new PoolRule("AvgPool1d", Space.Line),
        new PoolRule("AvgPool2d", Space.Plane),
        new AdaptiveAvgPool1dRule(),
        new AdaptivePool2dRule("AdaptiveAvgPool2d", '(', ')'),
        new AdaptivePool2dRule("AdaptiveMaxPool2d", '[', ']'),
        new DropoutRule(),
        new Dropout2dRule(),
        new FlattenRule(),
        new UnflattenRule(),
        new ZeroPad2dRule(),
        new UpsampleRule(),
        new EmbeddingRule(),
        new RecurrentRule("LSTM", "lstm", Gates: 4),
        new RecurrentRule("GRU", "gru", Gates: 3),
        new ActivationRule("ReLU", "relu"),
        new ActivationRule("ReLU6", "relu"),
        new ActivationRule("LeakyReLU", "leakyrelu", new ActivationParameter("NegativeSlope", "negative_slope", Range.Finite, 0.01)),
        new PReLURule(),
        new ActivationRule("ELU", "elu", new ActivationParameter("Alpha", "alpha", Range.Positive, 1)),
        new ActivationRule("CELU", "celu", new ActivationParameter("Alpha", "alpha", Range.Positive, 1)),
        new ActivationRule("SELU", "selu"),
        new ActivationRule("GELU", "gelu"),
        new ActivationRule("SiLU", "silu"),
        new ActivationRule("Mish", "mish"),
        new ActivationRule(
            "Softplus",
            "softplus",
            new ActivationParameter("Beta", "beta", Range.Positive, 1),
            new ActivationParameter("Threshold", "threshold", Range.Positive, 20)),
        new ActivationRule("Softsign", "softsign"),
        new ActivationRule("Softshrink", "softshrink", new ActivationParameter("Lambda", "lambda", Range.NotNegative, 0.5)),
        new ActivationRule("Hardshrink", "hardshrink", new ActivationParameter("Lambda", "lambda", Range.NotNegative, 0.5)),
        new ActivationRule("Hardswish", "hardswish"),
        new ActivationRule("Hardsigmoid", "hardsigmoid"),
        new HardtanhRule(),
        new ActivationRule("Sigmoid", "sigmoid"),
        new ActivationRule("LogSigmoid", "logsigmoid"),
        new ActivationRule("Tanh", "tanh"),
        new ActivationRule("Tanhshrink", "tanhshrink"),
        new SoftmaxRule("Softmax", "softmax"),
        new SoftmaxRule("LogSoftmax", "logsoftmax"),
        new ResidualRule(),
        new RepeatRule(),
        new OwnLayerRule(),
    }.ToDictionary(rule => rule.Attribute);

    public static IEnumerable<LayerRule> All => rules.Values;

    public static LayerRule? For(string attribute) => rules.TryGetValue(attribute, out var rule) ? rule : null;
}
