using CoLearn.Data;
using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>Checks one of a learner's sets against its model, once, when the learner starts.</summary>
internal sealed class SetCheck(string learner, TorchDeclaration declaration, IReadOnlyList<long> output)
{
    // Of a sum of probabilities in single precision, which may also have been rounded when they were written down.
    private const double Tolerance = 1e-3;

    /// <summary>Refuses a set that the model cannot use.</summary>
    public void Check(string name, ExampleSet set)
    {
        if (Problem(set) is { } problem)
            throw new LearnerDataException($"The {name} set of learner '{learner}' {problem}.");
    }

    private string? Problem(ExampleSet set)
    {
        if (set.Features.dim() == 0 || set.Features.shape[0] == 0)
            return "is empty";

        var shape = set.Features.shape[1..];
        if (!shape.SequenceEqual(declaration.Input.Select(extent => (long)extent)))
            return $"has features of shape {Text(shape)}, but the model '{declaration.Name}' takes {Text(declaration.Input.Select(extent => (long)extent))}";
        if (set.Targets.dim() == 0 || set.Targets.shape[0] != set.Features.shape[0])
            return $"has features for {set.Features.shape[0]} examples, but targets for {(set.Targets.dim() == 0 ? 0 : set.Targets.shape[0])}";
        if (set.Features.dtype is not (ScalarType.Byte or ScalarType.Float32 or ScalarType.Float64 or ScalarType.Int64))
            return $"has features of type {set.Features.dtype}, but they must be Byte, Float32, Float64 or Int64";
        if (!TensorContent.IsFinite(set.Features))
            return "has features that are not finite";
        if (TokenProblem(set.Features) is { } problem)
            return problem;

        return declaration.Loss.HasClasses() ? ClassProblem(set) : NumberProblem(set);
    }

    // A module of one's own takes what it likes.
    private string? TokenProblem(Tensor features)
    {
        var hasTokens = features.dtype == ScalarType.Int64;
        if (declaration.Tokens == 0)
        {
            return hasTokens && declaration.Layers.Count > 0
                ? $"has features of type Int64, but the model '{declaration.Name}' takes numbers of type Byte, Float32 or Float64, since it does not begin with an embedding"
                : null;
        }

        if (!hasTokens)
            return $"has features of type {features.dtype}, but the model '{declaration.Name}' begins with an embedding, which takes tokens of type Int64";

        foreach (var number in TensorContent.Numbers(features))
        {
            if (number < 0 || number >= declaration.Tokens)
                return $"holds the token {number}, but the model '{declaration.Name}' knows the tokens 0 to {declaration.Tokens - 1}";
        }

        return null;
    }

    private string? ClassProblem(ExampleSet set)
    {
        if (set.Targets.dtype != ScalarType.Int64 || set.Targets.dim() != 1)
            return $"has targets of type {set.Targets.dtype} and shape {Text(set.Targets.shape)}, but {declaration.Loss} needs classes of type Int64 and shape (n)";

        foreach (var number in TensorContent.Numbers(set.Targets))
        {
            if (number < 0 || number >= output[0])
                return $"holds the class {number}, but the model '{declaration.Name}' knows the classes 0 to {output[0] - 1}";
        }

        return null;
    }

    private string? NumberProblem(ExampleSet set)
    {
        if (set.Targets.dtype is not (ScalarType.Float32 or ScalarType.Float64))
            return $"has targets of type {set.Targets.dtype}, but {declaration.Loss} needs Float32 or Float64";
        if (!set.Targets.shape[1..].SequenceEqual(output))
            return $"has targets of shape {Text(set.Targets.shape[1..])}, but the model '{declaration.Name}' gives {Text(output)}";
        if (!TensorContent.IsFinite(set.Targets))
            return "has targets that are not finite";
        if ((declaration.Loss.IsBinary() || declaration.Loss == LossKind.KullbackLeiblerDivergence) && TensorContent.Numbers(set.Targets).Any(number => number is < 0 or > 1))
            return $"has targets outside 0 to 1, which {declaration.Loss} needs";

        return declaration.Loss == LossKind.KullbackLeiblerDivergence ? DistributionProblem(set) : null;
    }

    private string? DistributionProblem(ExampleSet set)
    {
        foreach (var (example, sum) in TensorContent.Numbers(set.Targets).Chunk((int)output[0]).Select(row => row.Sum()).Index())
        {
            if (Math.Abs(sum - 1) > Tolerance)
                return FormattableString.Invariant($"has targets that add up to {sum:0.####} for the example {example}, counted from 0, but {declaration.Loss} needs probabilities, which add up to 1");
        }

        return null;
    }

    private static string Text(IEnumerable<long> shape) => $"({string.Join(", ", shape)})";
}
