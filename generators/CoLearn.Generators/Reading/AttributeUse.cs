namespace CoLearn.Generators.Reading;

// An attribute as it is written: arguments of its constructor under the parameter's name, the others under the property's.
// Part counts the class's declarations that bear attributes, in source order.
internal sealed record AttributeUse(AttributeRole Role, string Name, int Part, EquatableArray<Argument> Arguments)
{
    // Residual for Residual<Down128>.
    public string Kind => Name.Split('<')[0];

    public bool Has(string argument) => Arguments.Any(given => given.Name == argument);

    public object? this[string argument] => Arguments.FirstOrDefault(given => given.Name == argument)?.Value;
}
