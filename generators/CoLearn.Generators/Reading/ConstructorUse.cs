namespace CoLearn.Generators.Reading;

// A public constructor of an algorithm of one's own.
internal sealed record ConstructorUse(EquatableArray<ParameterUse> Parameters);
