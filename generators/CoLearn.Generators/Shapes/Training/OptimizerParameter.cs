namespace CoLearn.Generators.Shapes.Training;

internal sealed record OptimizerParameter(string Name, Range Range, double Otherwise);
