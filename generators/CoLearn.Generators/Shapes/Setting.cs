namespace CoLearn.Generators.Shapes;

// A name and the C# literal that is given to it.
internal sealed record Setting(string Name, string Literal);
