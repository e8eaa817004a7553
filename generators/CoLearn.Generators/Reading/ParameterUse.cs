namespace CoLearn.Generators.Reading;

// A parameter by the full name of its type, which for one that is passed by reference is no type's, and as its user knows it.
internal sealed record ParameterUse(string Name, string Type, string Title);
