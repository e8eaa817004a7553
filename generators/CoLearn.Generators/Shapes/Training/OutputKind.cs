namespace CoLearn.Generators.Shapes.Training;

internal enum OutputKind
{
    ClassScores,
    LogProbabilities,
    Logits,
    Probabilities,
    Numbers,
}
