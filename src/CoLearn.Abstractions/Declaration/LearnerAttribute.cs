namespace CoLearn;

/// <summary>
/// Declares a learner: the class below becomes a model that takes part in a collective.
/// A partial class with layer attributes becomes a TorchSharp module; a partial class that derives from <c>Module&lt;Tensor, Tensor&gt;</c> and has
/// a public constructor without parameters keeps its layers; a class that implements <see cref="ILearner"/> is used as it is.
/// Where that one is partial and does not implement <see cref="ILearnerModel"/>, its definition is generated from <see cref="Data"/>, <see cref="Format"/>,
/// a voting attribute and its one public constructor, which takes what the data type loads, a <see cref="LearnerContext"/> and an
/// <c>IConfiguration</c>, or some of them.
/// Each time an Orleans grain <c>learner.&lt;name&gt;</c> is generated beside it where its project references CoLearn.Orleans; elsewhere the silo that
/// hosts it gives it one.
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
/// and get <c>partial class MnistModel : Module&lt;Tensor, Tensor&gt;</c>, a grain, and <see cref="ILearnerModel.Definition"/>. Of
/// <code>
/// [Learner("forest", Data = typeof(IrisData), Format = typeof(ForestFormat))]
/// [Voting(Criterion.Accuracy)]
/// public sealed partial class ForestLearner(IrisRows rows, LearnerContext context) : ILearner { … }
/// </code>
/// only the grain and <see cref="ILearnerModel.Definition"/> are generated.
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LearnerAttribute(string name) : Attribute
{
    /// <summary>The model's name in the cluster.</summary>
    public string Name { get; } = name;

    /// <summary>The type that loads a learner's private data: an <see cref="ILearnerData{T}"/> with a parameterless constructor.</summary>
    /// <value><see langword="null"/> by default: only for a class that implements <see cref="ILearnerModel"/> itself.</value>
    public Type? Data { get; set; }

    /// <summary>The format of an algorithm's weights: an <see cref="IWeightsFormat"/> with a parameterless constructor.</summary>
    /// <value><see langword="null"/> by default: layers have a format of their own, and so has a class that implements <see cref="ILearnerModel"/> itself.</value>
    public Type? Format { get; set; }
}
