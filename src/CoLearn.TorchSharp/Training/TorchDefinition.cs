using CoLearn.Data;
using CoLearn.Exchange;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>Makes the definition of a TorchSharp learner. Called by generated code.</summary>
public static class TorchDefinition
{
    /// <summary>Puts a module, its declaration and its data together.</summary>
    /// <typeparam name="TModel">The module. It keeps no state besides its registered parameters and buffers, since it is lent by compute slots.</typeparam>
    /// <typeparam name="TData">Loads a learner's private data.</typeparam>
    /// <param name="declaration">What the attributes say. A score's name and direction replace those of the rule.</param>
    /// <returns>
    /// The definition. Its <see cref="LearnerDefinition.LoadAsync"/> takes <c>BatchSize</c>, <c>LearningRate</c>, <c>Threads</c>, and <c>Epochs</c> or
    /// <c>Batches</c> from the site's configuration where they are set there, and throws <see cref="LearnerDataException"/> where
    /// those or the data cannot be used; its <see cref="LearnerDefinition.ReadSettings"/> says the same of them without the data. A module that is, or holds, one's own is made once and tried on zeros, which gives the fingerprint and the layers; where
    /// that fails, both stay empty and <see cref="LearnerDefinition.LoadAsync"/> throws <see cref="InvalidOperationException"/> with the reason.
    /// </returns>
    public static LearnerDefinition Of<TModel, TData>(TorchDeclaration declaration)
        where TModel : Module<Tensor, Tensor>, new()
        where TData : ILearnerData<LearnerSets>, new()
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var trial = declaration.Fingerprint.Length == 0 ? ModuleTrial.Of<TModel>(declaration) : null;
        var complete = declaration with { Fingerprint = trial?.Fingerprint ?? declaration.Fingerprint, Rule = RuleOf(declaration) };
        return new LearnerDefinition(
            complete.Name,
            new SafeTensorsFormat(complete.Fingerprint),
            complete.Rule,
            trial?.Layers ?? complete.Layers,
            // Not on the grain's own scheduler: loading and checking take long and never wait.
            (context, configuration, cancellation) => Task.Run<ILearner>(
                async () =>
                {
                    trial?.For(context.Learner, complete);
                    var (site, settings) = SiteSettings.Read(complete, configuration);
                    if (settings.Mistakes.Count > 0)
                        throw new LearnerDataException($"The settings of learner '{context.Learner}' cannot be used: {string.Join("; ", settings.Mistakes)}.");
                    var sets = await new TData().LoadAsync(context, configuration, cancellation);
                    return new TorchLearner<TModel>(context, site, sets);
                },
                cancellation))
        {
            Input = complete.Input,
            PrepareAsync = new TorchPreparation<TModel, TData>().RunAsync,
            ReadSettings = configuration => SiteSettings.Read(complete, configuration).Settings,
        };
    }

    private static CollectiveRule RuleOf(TorchDeclaration declaration) => declaration switch
    {
        { Score: { } score } => declaration.Rule with { Criterion = score.Name, Minimise = score.Minimise },
        { Rule.Criterion: Criteria.Loss } => declaration.Rule with { Minimise = true },
        { Rule.Criterion: Criteria.Accuracy } => declaration.Rule with { Minimise = false },
        _ => declaration.Rule,
    };
}
