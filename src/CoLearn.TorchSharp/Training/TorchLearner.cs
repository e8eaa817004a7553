using CoLearn.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>
/// A learner that trains a TorchSharp module on its own data. It keeps the data only: the module is lent by the compute slot it works on, weights
/// come in and go out. Equal seeds and one thread give equal weights to the bit, whichever slot the work runs on.
/// </summary>
/// <typeparam name="TModel">The module. It keeps no state besides its registered parameters and buffers.</typeparam>
public sealed class TorchLearner<TModel> : ILearner, IDisposable
    where TModel : Module<Tensor, Tensor>, new()
{
    private readonly TorchDeclaration declaration;
    private readonly LearnerSets sets;
    private readonly int evaluatedAtOnce;
    private byte[]? optimizerState;

    /// <summary>Checks the data and makes the learner, which then owns the data.</summary>
    /// <param name="learner">Which learner of which collective. Its <see cref="LearnerContext.VoteExamples"/> cuts the vote set.</param>
    /// <param name="declaration">The model's declaration, with the site's own settings.</param>
    /// <param name="sets">The learner's private data.</param>
    /// <exception cref="LearnerDataException">The data cannot be used; the message names the learner and the set. The data are then freed.</exception>
    /// <exception cref="InvalidOperationException">A module of one's own cannot be made, does not take the declared input, or gives what the loss cannot take.</exception>
    public TorchLearner(LearnerContext learner, TorchDeclaration declaration, LearnerSets sets)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(sets);
        this.declaration = declaration;
        this.sets = sets;
        try
        {
            var trial = declaration.Layers.Count > 0 ? null : ModuleTrial.Of<TModel>(declaration).For(learner.Learner, declaration);
            IReadOnlyList<long> output = trial?.Output ?? [.. declaration.Layers[^1].Output.Select(extent => (long)extent)];
            evaluatedAtOnce = Forward.BatchSize(trial?.Layers ?? declaration.Layers);
            var check = new SetCheck(learner.Learner, declaration, output);
            check.Check("train", sets.Train);
            check.Check("vote", sets.Vote);
            if (sets.Test is not null)
                check.Check("test", sets.Test);

            if (VoteSet.Cut(learner, sets.Vote.Count) is { } cut)
            {
                this.sets = sets with { Vote = sets.Vote.Select(cut) };
                sets.Vote.Dispose();
            }

            VoteSet.CheckScore(learner.Learner, declaration, Vote, output);
            Data = new DataSummary(
                sets.Train.Count, Vote.Count, sets.Test?.Count, VoteSet.Hash(Vote), VoteSet.Warnings(learner.Learner, declaration, Vote));
        }
        catch
        {
            this.sets.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public DataSummary Data { get; }

    private ExampleSet Vote => sets.Vote;

    /// <inheritdoc/>
    public Weights InitialWeights(RoundContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        TorchThread.Use(context.Threads);
        using var scope = NewDisposeScope();
        using var module = ModelFactory.Create<TModel>(context.Seed("torch"));
        if (declaration.Layers.Count > 0)
        {
            using var generator = new Generator((ulong)context.Seed("init"));
            ModuleInitializer.Redraw(module, generator);
        }

        return ModuleWeights.Write(module);
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The accepted weights do not fit the model.</exception>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public Weights ProposeWeights(Weights accepted, RoundContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var model = LentModel<TModel>.From(context.Slot, declaration);
        model.With(accepted, KeyOf(accepted));
        model.Holds(null);
        ModelFactory.SeedGlobal(context.Seed("torch"));
        using var masks = new Generator((ulong)context.Seed("dropout"));
        model.DropoutFrom(masks);
        try
        {
            Train(model.Module, context);
            var proposed = ModuleWeights.Write(model.Module);
            model.Holds(KeyOf(proposed));
            return proposed;
        }
        finally
        {
            model.DropoutFrom(null);
            // Gradients would take as much memory as the weights for as long as the slot lives.
            model.Module.zero_grad(set_to_none: true);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The weights do not fit the model.</exception>
    /// <exception cref="InvalidOperationException">The rule's criterion is unknown, or not defined under the model's loss.</exception>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    public Scores TestWeights(Weights weights, RoundContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var votes = Forward.Cut(Vote.Count, evaluatedAtOnce).Select(batch => (Set: Vote, batch.Start, batch.Count)).ToArray();
        var tests = sets.Test is { } test ? Forward.Cut(test.Count, evaluatedAtOnce).Select(batch => (Set: test, batch.Start, batch.Count)) : [];
        (ExampleSet Set, int Start, int Count)[] batches = [.. votes, .. tests];
        var outputs = new Tensor?[batches.Length];
        try
        {
            var key = KeyOf(weights);
            context.Slot.Share(batches.Length, (slot, number) =>
            {
                context.Cancellation.ThrowIfCancellationRequested();
                TorchThread.Use(context.Threads);
                var (set, start, count) = batches[number];
                outputs[number] = Forward.Over(LentModel<TModel>.From(slot, declaration).With(weights, key), set, start, count);
            });
            return ScoresOf(outputs[..votes.Length]!, outputs[votes.Length..]!, context.Rule.Criterion);
        }
        finally
        {
            foreach (var output in outputs)
                output?.Dispose();
        }
    }

    /// <summary>Frees the data.</summary>
    public void Dispose() => sets.Dispose();

    private Scores ScoresOf(IReadOnlyList<Tensor> votes, IReadOnlyList<Tensor> tests, string criterion)
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        var (output, target) = (cat([.. votes]), Vote.BatchTargets());
        return new Scores(
            Criteria.Value(criterion, declaration, output, target),
            declaration.Loss.Value(output, target),
            sets.Test is { } test ? Criteria.Value(criterion, declaration, cat([.. tests]), test.BatchTargets()) : null);
    }

    /// <summary>Declared layers have in their module what was put there; a module of one's own may alter itself, so what it was given is good for one work.</summary>
    private object KeyOf(Weights weights) => declaration.Layers.Count > 0 ? weights.Hash : new object();

    private void Train(TModel module, RoundContext context)
    {
        using var scope = NewDisposeScope();
        using var optimizer = Optimizers.Create(declaration.Optimizer, [.. module.parameters()]);
        if (!declaration.Training.ResetOptimizer && optimizerState is not null)
            Optimizers.Load(optimizer, optimizerState);
        // A kept state brings the rate of its own round with it.
        var rate = declaration.Optimizer.LearningRate * declaration.Training.RateFactor(context.Round);
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = rate;

        module.train();
        var trial = TrialOf(context);
        foreach (var batch in BatchPlan.Batches(sets.Train.Count, declaration.Training, context.Seed("shuffle")))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            trial.Run(() => Step(module, optimizer, batch.Span));
        }

        if (!declaration.Training.ResetOptimizer)
            optimizerState = Optimizers.Save(optimizer);
    }

    private void Step(TModel module, optim.Optimizer optimizer, ReadOnlySpan<int> batch)
    {
        using var scope = NewDisposeScope();
        var (features, target) = sets.Train.Batch(batch);
        // The gradients' memory serves all batches.
        module.zero_grad(set_to_none: false);
        declaration.Loss.Mean(module.call(features), target).backward();
        if (declaration.Training.GradientClip > 0)
            nn.utils.clip_grad_norm_(module.parameters(), declaration.Training.GradientClip);
        optimizer.step();
    }

    /// <summary>A number that is set is used as it is: equal numbers of threads make equal weights.</summary>
    private ThreadTrial TrialOf(RoundContext context) => declaration.Training.Threads is > 0 and var own
        ? ThreadTrial.Fixed(Math.Min(own, context.Threads))
        : ThreadTrial.Of(typeof(TModel), declaration.Training.BatchSize, context.Threads);
}
