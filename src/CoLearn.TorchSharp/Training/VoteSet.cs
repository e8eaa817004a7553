using System.Security.Cryptography;
using System.Text;
using CoLearn.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What is special about the set that a learner votes with: it is cut once, hashed, and looked over.</summary>
internal static class VoteSet
{
    private const int FewExamples = 50;
    private const double LargeShare = 0.8;

    /// <summary>Which examples of the vote set the rule uses; <see langword="null"/> for all.</summary>
    public static int[]? Cut(LearnerContext context, int examples)
    {
        if (context.VoteExamples == 0)
            return null;
        if (context.VoteExamples < 0 || context.VoteExamples > examples)
            throw new LearnerDataException($"The vote set of learner '{context.Learner}' has {examples} examples, but the rule asks for {context.VoteExamples}.");

        return SeededShuffle.Permutation(examples, context.Seed("vote"))[..context.VoteExamples];
    }

    /// <summary>SHA-256 over type, shape, scale and bytes of the features, then of the targets.</summary>
    public static string Hash(ExampleSet set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, set.Features, FormattableString.Invariant($"{set.Scale:R}"));
        Append(hash, set.Targets, "1");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static IReadOnlyList<string> Warnings(string learner, TorchDeclaration declaration, ExampleSet set)
    {
        var warnings = new List<string>();
        if (set.Count < FewExamples)
            warnings.Add($"The vote set of learner '{learner}' has only {set.Count} examples; with fewer than {FewExamples}, votes depend much on chance.");
        if (declaration.Rule.Criterion == Criteria.Accuracy && LargestClass(declaration.Loss, set) is var (name, share) && share > LargeShare)
            warnings.Add(FormattableString.Invariant($"In the vote set of learner '{learner}', {share * 100:0} % of the examples are of class {name}; accuracy hardly shows what is learnt about the others."));
        return warnings;
    }

    /// <summary>Refuses a vote set on which a score is undefined whatever a model gives: both for every prediction right and for every one wrong.</summary>
    public static void CheckScore(string learner, TorchDeclaration declaration, ExampleSet set, IReadOnlyList<long> output)
    {
        if (declaration.Score is not { } score)
            return;

        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        var target = set.BatchTargets();
        var right = declaration.Loss switch
        {
            var loss when loss.HasNumbers() => target,
            LossKind.BinaryCrossEntropyWithLogits => target.gt(0.5).to(ScalarType.Float32).mul(20).sub(10),
            LossKind.BinaryCrossEntropy => target.gt(0.5).to(ScalarType.Float32),
            LossKind.KullbackLeiblerDivergence => target.clamp_min(1e-4).log(),
            _ => functional.one_hot(target, output[0]).to(ScalarType.Float32).mul(10).log_softmax(1),
        };
        var wrong = declaration.Loss == LossKind.BinaryCrossEntropy ? 1 - right : right.neg();
        if (!double.IsFinite(score.Score(right, target)) && !double.IsFinite(score.Score(wrong, target)))
            throw new LearnerDataException($"The vote set of learner '{learner}' leaves the score '{score.Name}' undefined, whatever a model predicts; a class may be missing from it.");
    }

    private static void Append(IncrementalHash hash, Tensor tensor, string scale)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{tensor.dtype.ToDType()}:{string.Join(',', tensor.shape)}:{scale}\n"));
        foreach (var piece in TensorContent.Pieces(tensor))
            hash.AppendData(piece.bytes);
    }

    private static (string Name, double Share)? LargestClass(LossKind loss, ExampleSet set)
    {
        if (Classes(loss, set) is not { } classes)
            return null;

        var largest = classes.CountBy(number => number).MaxBy(group => group.Value);
        return (largest.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), (double)largest.Value / set.Count);
    }

    private static IEnumerable<long>? Classes(LossKind loss, ExampleSet set)
    {
        var numbers = TensorContent.Numbers(set.Targets);
        return loss switch
        {
            _ when loss.HasClasses() => numbers.Select(number => (long)number),
            _ when loss.IsBinary() && set.Targets.numel() == set.Count => numbers.Select(number => number > 0.5 ? 1L : 0L),
            LossKind.KullbackLeiblerDivergence => numbers.Chunk((int)set.Targets.shape[1]).Select(row => (long)row.AsSpan().IndexOf(row.Max())),
            _ => null,
        };
    }
}
