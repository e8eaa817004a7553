namespace CoLearn.Generators.Reading;

// A [Learner] class as plain data, without places: an edit that only moves it leaves it equal.
internal sealed record LearnerDeclaration(
    string Namespace,
    string Class,
    string? Container,
    string? Base,
    ClassTraits Traits,
    bool IsReadable,
    EquatableArray<string> TakenNames,
    EquatableArray<AttributeUse> Attributes,
    EquatableArray<ConstructorUse> Constructors,
    Surroundings Around)
{
    public bool Is(ClassTraits trait) => (Traits & trait) != 0;

    public AttributeUse? First(AttributeRole role)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Role == role)
                return attribute;
        }

        return null;
    }

    public List<AttributeUse> All(AttributeRole role)
    {
        var found = new List<AttributeUse>(Attributes.Count);
        foreach (var attribute in Attributes)
        {
            if (attribute.Role == role)
                found.Add(attribute);
        }

        return found;
    }
}
