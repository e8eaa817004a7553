using System.Globalization;
using CoLearn.Generators;
using CoLearn.Generators.Reading;

namespace CoLearn.Stacks;

/// <summary>A layer's attribute with its arguments, as a user writes it and as the generator reads it.</summary>
internal sealed record DrawnLayer(string Kind, IReadOnlyList<DrawnArgument> Arguments, DrawnBlock? Block = null)
{
    public string Name => Block is null ? Kind : $"{Kind}<{Block.Name}>";

    public override string ToString() =>
        Arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", Arguments.OrderBy(argument => argument.IsNamed).Select(Written))})";

    public AttributeUse Use => new(
        AttributeRole.Layer,
        Name,
        Part: 0,
        Arguments.Select(argument => new Argument(argument.Name, Read(argument.Value)))
            .Concat(Block is null ? [] : [new Argument("TBlock", Block.Type)])
            .ToEquatableArray());

    public DrawnLayer With(DrawnArgument argument) => this with { Arguments = [.. Arguments.Where(other => other.Name != argument.Name), argument] };

    private static string Written(DrawnArgument argument) => argument.IsNamed ? $"{argument.Name} = {Text(argument.Value)}" : Text(argument.Value);

    private static object Read(object value) => value is int[] sizes ? sizes.ToEquatableArray() : value;

    private static string Text(object value) => value switch
    {
        int[] sizes => string.Join(", ", sizes),
        bool flag => flag ? "true" : "false",
        double.NaN => "double.NaN",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        string text => $"\"{text}\"",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
