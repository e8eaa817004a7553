using Microsoft.Extensions.Configuration;

namespace CoLearn;

/// <summary>A declared model as the framework sees it. Generated beside each <see cref="LearnerAttribute">[Learner]</see> class.</summary>
/// <param name="Name">The model's name in the cluster; its grain type is <c>learner.&lt;name&gt;</c>.</param>
/// <param name="Format">The format of its weights; a <see cref="CoLearn.Exchange.SafeTensorsFormat"/> for TorchSharp learners.</param>
/// <param name="Rule">The rule that the attributes declare; a collective starts from it.</param>
/// <param name="Layers">Its layers with shapes and parameter counts; empty for an algorithm of one's own.</param>
/// <param name="LoadAsync">Loads a learner's private data and makes the learner.</param>
public sealed record LearnerDefinition(
    string Name,
    IWeightsFormat Format,
    CollectiveRule Rule,
    IReadOnlyList<LayerSummary> Layers,
    Func<LearnerContext, IConfiguration, CancellationToken, Task<ILearner>> LoadAsync)
{
    /// <summary>The shape of one example's features, such as (1, 28, 28).</summary>
    /// <value>Empty by default: an algorithm of one's own.</value>
    public IReadOnlyList<int> Input { get; init; } = [];

    /// <summary>
    /// Reads what a learner's configuration comes to, without its data: when its silo starts, which refuses mistakes, and when the learner joins.
    /// The configuration has the site's settings for this learner at its root.
    /// </summary>
    /// <value>Reads nothing by default: an algorithm of one's own knows its settings when it is made.</value>
    public Func<IConfiguration, LearnerSettings> ReadSettings { get; init; } = _ => LearnerSettings.None;

    /// <summary>
    /// Does ahead what a learner with this configuration needs, such as loading a native library or reading files, while its silo starts. What it returns is
    /// kept alive for a while after the start. Where it fails nothing is said: what is wrong is told when the learner joins.
    /// </summary>
    /// <value><see langword="null"/> by default: there is nothing to do ahead.</value>
    public Func<IConfiguration, CancellationToken, Task<object?>>? PrepareAsync { get; init; }

    /// <summary>The fingerprint of its format; learners of one collective share it.</summary>
    public string Fingerprint => Format.Fingerprint;

    /// <summary>The Orleans grain type of a model's learners.</summary>
    /// <param name="model">The model's name.</param>
    /// <returns>Such as <c>learner.mnist</c>.</returns>
    public static string GrainType(string model) => "learner." + model;
}
