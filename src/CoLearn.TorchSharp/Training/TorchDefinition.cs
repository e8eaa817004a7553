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
    /// The definition. Its <see cref="LearnerDefinition.LoadAsync"/> takes <c>BatchSize</c>, <c>LearningRate</c>, and <c>Epochs</c> or
    /// <c>Batches</c> from the site's configuration where they are set there, and throws <see cref="LearnerDataException"/> where
    /// those or the data cannot be used.
    /// </returns>
    public static LearnerDefinition Of<TModel, TData>(TorchDeclaration declaration)
        where TModel : Module<Tensor, Tensor>, new()
        where TData : ILearnerData<LearnerSets>, new()
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var complete = declaration with { Fingerprint = FingerprintOf<TModel>(declaration), Rule = RuleOf(declaration) };
        return new LearnerDefinition(
            complete.Name,
            new SafeTensorsFormat(complete.Fingerprint),
            complete.Rule,
            complete.Layers,
            // Not on the grain's own scheduler: loading and checking take long and never wait.
            (context, configuration, cancellation) => Task.Run<ILearner>(
                async () =>
                {
                    var site = SiteSettings.Apply(complete, context, configuration);
                    var sets = await new TData().LoadAsync(context, configuration, cancellation);
                    return new TorchLearner<TModel>(context, site, sets);
                },
                cancellation));
    }

    private static CollectiveRule RuleOf(TorchDeclaration declaration) => declaration switch
    {
        { Score: { } score } => declaration.Rule with { Criterion = score.Name, Minimise = score.Minimise },
        { Rule.Criterion: Criteria.Loss } => declaration.Rule with { Minimise = true },
        { Rule.Criterion: Criteria.Accuracy } => declaration.Rule with { Minimise = false },
        _ => declaration.Rule,
    };

    private static string FingerprintOf<TModel>(TorchDeclaration declaration)
        where TModel : Module<Tensor, Tensor>, new()
    {
        if (declaration.Fingerprint.Length > 0)
            return declaration.Fingerprint;

        using var scope = NewDisposeScope();
        using var module = ModelFactory.Create<TModel>();
        return Fingerprint.Of(module);
    }
}
