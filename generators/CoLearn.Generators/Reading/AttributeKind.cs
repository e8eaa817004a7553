namespace CoLearn.Generators.Reading;

// What the class of an attribute tells of it.
internal sealed record AttributeKind(AttributeRole Role, string Name);
