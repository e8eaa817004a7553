namespace CoLearn;

/// <summary>A block several times behind itself, each with parameters of its own.</summary>
/// <typeparam name="TBlock">The block's class, which bears <see cref="BlockAttribute">[Block]</see> and layers.</typeparam>
/// <param name="count">How often, at least 1.</param>
/// <remarks>Parameters are named <c>repeat1.0.conv1.weight</c>, <c>repeat1.1.conv1.weight</c> and so on.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RepeatAttribute<TBlock>(int count) : LayerAttribute
    where TBlock : class
{
    /// <summary>How often, at least 1.</summary>
    public int Count { get; } = count;
}
