using Microsoft.Extensions.Configuration;

namespace CoLearn.Learners;

/// <summary>Makes the definition of an algorithm of one's own. Called by generated code.</summary>
public static class AlgorithmDefinition
{
    /// <summary>The definition of an algorithm that is made from its data.</summary>
    /// <typeparam name="TData">The type that loads a learner's private data.</typeparam>
    /// <typeparam name="T">What it loads.</typeparam>
    /// <param name="name">The model's name in the cluster.</param>
    /// <param name="format">The format of its weights.</param>
    /// <param name="rule">The rule that the attributes declare.</param>
    /// <param name="score">A criterion of one's own, whose name and direction the rule takes; <see langword="null"/> where the rule names a built-in one.</param>
    /// <param name="create">Makes the learner from its data, on the silo that hosts it.</param>
    /// <returns>The definition, without layers.</returns>
    public static LearnerDefinition Of<TData, T>(
        string name, IWeightsFormat format, CollectiveRule rule, IScore? score, Func<T, LearnerContext, IConfiguration, ILearner> create)
        where TData : ILearnerData<T>, new()
        => new(
            name,
            format,
            score is null ? rule : rule with { Criterion = score.Name, Minimise = score.Minimise },
            [],
            async (context, configuration, cancellation) => create(await new TData().LoadAsync(context, configuration, cancellation), context, configuration));
}
