namespace CoLearn.Generators.Shapes.Training;

// A loss: its name in CoLearn.Training.LossKind, and what a network's output is to it.
internal sealed record LossRule(string Attribute, string Kind, OutputKind Output)
{
    private static readonly LossRule[] all =
    [
        new("CrossEntropyLoss", "CrossEntropy", OutputKind.ClassScores),
        new("NLLLoss", "NegativeLogLikelihood", OutputKind.LogProbabilities),
        new("KLDivLoss", "KullbackLeiblerDivergence", OutputKind.LogProbabilities),
        new("BCELoss", "BinaryCrossEntropy", OutputKind.Probabilities),
        new("BCEWithLogitsLoss", "BinaryCrossEntropyWithLogits", OutputKind.Logits),
        new("MSELoss", "MeanSquaredError", OutputKind.Numbers),
        new("L1Loss", "MeanAbsoluteError", OutputKind.Numbers),
        new("SmoothL1Loss", "SmoothAbsoluteError", OutputKind.Numbers),
    ];

    // Whether a target is the class itself.
    public bool TakesClasses => HasClasses && Attribute != "KLDivLoss";

    public bool HasClasses => Output is OutputKind.ClassScores or OutputKind.LogProbabilities;

    public static LossRule? For(string attribute) => all.FirstOrDefault(rule => rule.Attribute == attribute);
}
