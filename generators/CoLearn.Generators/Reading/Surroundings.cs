namespace CoLearn.Generators.Reading;

// What the compilation around a model offers.
internal sealed record Surroundings(string Assembly, bool HasTorch, bool HasGrains);
