using CoLearn.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>Scores weights outside a collective, for example on all learners' test sets together.</summary>
public static class TorchEvaluation
{
    /// <summary>Scores weights on the union of sets. The thread keeps the number of threads it was given.</summary>
    /// <typeparam name="TModel">The module that the weights belong to.</typeparam>
    /// <param name="weights">The weights.</param>
    /// <param name="loss">The model's loss, which also says what a right prediction is.</param>
    /// <param name="sets">The sets, at least one and none of them empty; they stay the caller's.</param>
    /// <param name="threads">How many threads to use, at least 1.</param>
    /// <param name="cancellation">Looked at between batches.</param>
    /// <returns>The scores over all examples of all sets.</returns>
    /// <exception cref="ArgumentException">There is no set.</exception>
    /// <exception cref="FormatException">The weights do not fit the model.</exception>
    public static SetScore Score<TModel>(
        Weights weights, LossKind loss, IReadOnlyList<ExampleSet> sets, int threads = 1, CancellationToken cancellation = default)
        where TModel : Module<Tensor, Tensor>, new()
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count == 0)
            throw new ArgumentException("There is nothing to score on.", nameof(sets));

        TorchThread.Use(threads);
        using var scope = NewDisposeScope();
        using var module = ModelFactory.Create<TModel>();
        ModuleWeights.Read(weights, module);
        using var inference = inference_mode();
        var outputs = new List<Tensor>();
        foreach (var set in sets)
        {
            foreach (var (start, count) in Forward.Cut(set.Count, Forward.BatchSize([])))
            {
                cancellation.ThrowIfCancellationRequested();
                outputs.Add(Forward.Over(module, set, start, count));
                scope.Attach(outputs[^1]);
            }
        }

        var output = cat(outputs);
        var target = cat([.. sets.Select(set => set.BatchTargets())]);
        return new SetScore(
            sets.Sum(set => set.Count),
            loss.HasNumbers() ? null : loss.Accuracy(output, target),
            loss.Value(output, target));
    }
}
