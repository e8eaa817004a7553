namespace CoLearn.Generators.Shapes;

// An argument outside its range, as text for a message.
internal sealed record Fault(string Argument, string Value, string Range);
