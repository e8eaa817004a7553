namespace CoLearn;

/// <summary>A layer of a <see cref="LearnerAttribute">[Learner]</see> class's network. Layers run in the order in which they are written.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute;
