using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

// Reads an attribute's arguments; what is out of range is noted and read as a value that the rules can go on with.
internal class Given(AttributeUse attribute)
{
    private List<Fault>? faults;

    public AttributeUse Attribute => attribute;

    public IReadOnlyList<Fault> Faults => faults ?? (IReadOnlyList<Fault>)[];

    public int Int(string argument, Range range, int otherwise = 0)
    {
        var value = attribute[argument] is int given ? given : otherwise;
        return range.Contains(value) ? value : (int)Note(argument, Literal.Of(value), range);
    }

    public double Number(string argument, Range range, double otherwise = 0)
    {
        var value = attribute[argument] is double given ? given : otherwise;
        return range.Contains(value) ? value : Note(argument, Literal.Of(value), range);
    }

    public bool Flag(string argument, bool otherwise) => attribute[argument] is bool given ? given : otherwise;

    // An enum's value arrives as the number beneath it, and may be a number that has no name.
    public string Name(string argument, string otherwise, params string[] names)
    {
        if (attribute[argument] is not int index)
            return otherwise;
        if (index >= 0 && index < names.Length)
            return names[index];
        Refuse(argument, Literal.Of(index), "one of " + string.Join(", ", names));
        return otherwise;
    }

    public void Refuse(string argument, string value, string range) => (faults ??= []).Add(new Fault(argument, value, range));

    private double Note(string argument, string value, Range range)
    {
        Refuse(argument, value, range.Text);
        return range.Fallback;
    }
}
