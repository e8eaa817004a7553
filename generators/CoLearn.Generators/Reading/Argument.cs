namespace CoLearn.Generators.Reading;

// The value is null, a bool, int, double or string, an EquatableArray<int> or a TypeUse: plain data that compares by value.
internal sealed record Argument(string Name, object? Value);
