namespace CoLearn.Generators.Shapes.Training;

// An optimizer: its settings record in CoLearn.Training, and that record's parameters, which are the attribute's properties.
internal sealed record OptimizerRule(string Attribute, OptimizerParameter[] Parameters)
{
    private static readonly OptimizerRule[] all =
    [
        new("SGD", [LearningRate(0.01), WeightDecay(0), Decay("Momentum", 0)]),
        new("Adam", [LearningRate(1e-3), WeightDecay(0), Decay("Beta1", 0.9), Decay("Beta2", 0.999)]),
        new("AdamW", [LearningRate(1e-3), WeightDecay(0.01), Decay("Beta1", 0.9), Decay("Beta2", 0.999)]),
        new("NAdam", [LearningRate(2e-3), WeightDecay(0), Decay("Beta1", 0.9), Decay("Beta2", 0.999), new("MomentumDecay", Range.NotNegative, 4e-3)]),
        new("RMSprop", [LearningRate(0.01), WeightDecay(0), Decay("Alpha", 0.99), Decay("Momentum", 0)]),
        new("Adagrad", [LearningRate(0.01), WeightDecay(0), new("LearningRateDecay", Range.NotNegative, 0)]),
    ];

    public static OptimizerRule? For(string attribute) => all.FirstOrDefault(rule => rule.Attribute == attribute);

    private static OptimizerParameter LearningRate(double otherwise) => new("LearningRate", Range.Positive, otherwise);

    private static OptimizerParameter WeightDecay(double otherwise) => new("WeightDecay", Range.NotNegative, otherwise);

    private static OptimizerParameter Decay(string name, double otherwise) => new(name, Range.UnitWithoutOne, otherwise);
}
