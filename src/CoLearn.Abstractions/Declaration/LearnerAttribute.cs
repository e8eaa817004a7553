namespace CoLearn;

/// <summary>
/// Declares a learner: the class below becomes a model that takes part in a collective.
/// A partial class with layer attributes becomes a TorchSharp module; a partial class that derives from <c>Module&lt;Tensor, Tensor&gt;</c> and has
/// a public constructor without parameters keeps its layers; a class that implements <see cref="ILearner"/> is used as it is.
/// Each time an Orleans grain <c>learner.&lt;name&gt;</c> is generated beside it.
/// </summary>
/// <param name="name">The model's name in the cluster: lower-case letters, digits and hyphens, at most 64 of them.</param>
/// <example>
/// You write
/// <code>
/// [Learner("mnist", Data = typeof(IdxData))]
/// [Input(1, 28, 28)]
/// [Flatten, Linear(128), ReLU, Linear(10)]
/// [CrossEntropyLoss, Adam]
/// public partial class MnistModel;
/// </code>
/// and get <c>partial class MnistModel : Module&lt;Tensor, Tensor&gt;</c>, a grain, and <see cref="ILearnerModel.Definition"/>.
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LearnerAttribute(string name) : Attribute
{
    /// <summary>The model's name in the cluster.</summary>
    public string Name { get; } = name;

    /// <summary>The type that loads a learner's private data: an <see cref="ILearnerData{T}"/> with a parameterless constructor.</summary>
    /// <value><see langword="null"/> by default: only for an <see cref="ILearner"/> that needs no data.</value>
    public Type? Data { get; set; }
}
