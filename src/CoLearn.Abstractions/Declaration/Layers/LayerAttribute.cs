namespace CoLearn;

/// <summary>A layer of a <see cref="LearnerAttribute">[Learner]</see> class's network. Layers run in the order in which they are written.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The layer's name, with which its parameters' names begin: <c>Conv2d(64, 3, Name = "stem")</c> holds <c>stem.weight</c>. Letters, digits and
    /// underscores behind a letter; no two layers of a model bear the same.
    /// </summary>
    /// <value><see langword="null"/> by default, for the name that its kind gives it and its place among those of its kind, such as <c>conv1</c>.</value>
    public string? Name { get; set; }
}
