namespace CoLearn.Stacks;

/// <summary>An argument of a layer: of its constructor, or, named, one of its properties.</summary>
internal sealed record DrawnArgument(string Name, object Value, bool IsNamed);
