using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>The criteria that TorchSharp learners know.</summary>
internal static class Criteria
{
    public const string Accuracy = "accuracy";

    public const string Loss = "loss";

    public static double Value(string criterion, TorchDeclaration declaration, Tensor output, Tensor target)
    {
        if (declaration.Score is { } score && score.Name == criterion)
            return score.Score(output, target);

        return criterion switch
        {
            Accuracy => declaration.Loss.Accuracy(output, target),
            Loss => declaration.Loss.Value(output, target),
            _ => throw new InvalidOperationException($"The model '{declaration.Name}' does not know the criterion '{criterion}'."),
        };
    }
}
