namespace CoLearn.Generators.Shapes.Layers;

// A number that an activation takes: the attribute's property, and the argument of TorchSharp's factory.
internal sealed record ActivationParameter(string Property, string Argument, Range Range, double Otherwise);
