namespace CoLearn.Generators.Reading;

// An attribute as it is written: arguments of its constructor under the parameter's name, the others under the property's.
// Part counts the class's declarations that bear attributes, in source order.
internal sealed record AttributeUse(AttributeRole Role, string Name, int Part, EquatableArray<Argument> Arguments)
{
    // Residual for Residual<Down128>.
    public string Kind => Name.IndexOf('<') is var end and >= 0 ? Name.Substring(0, end) : Name;

    public object? this[string argument] => Find(argument)?.Value;

    public bool Has(string argument) => Find(argument) is not null;

    private Argument? Find(string argument)
    {
        foreach (var given in Arguments)
        {
            if (given.Name == argument)
                return given;
        }

        return null;
    }
}
