using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Modules;

// What a module consists of, and what happens to it where TorchSharp does not know of it.
internal sealed record Component(string Kind, string Loss)
{
    public static readonly Component Layer = new("layer", "its parameters are neither trained nor sent");
    public static readonly Component Parameter = new("parameter", "it is neither trained nor sent");
    public static readonly Component Dropout = new("layer", "it drops values even when the model is evaluated");

    private static readonly Component buffer = new("buffer", "it is not sent");

    // Null for what there is nothing to lose of, such as ReLU.
    public static Component? Of(ITypeSymbol type, ModuleTypes types) => type switch
    {
        _ when types.IsModule(type) => type.Name.Contains("Dropout") ? Dropout : types.HasNoParameters(type) ? null : Layer,
        _ when types.IsParameter(type) => Parameter,
        _ when types.IsTensor(type) => buffer,
        _ => null,
    };

    // An array or a collection or a tuple of layers or parameters; a module that is a list of them is a layer itself.
    public static Component? In(ITypeSymbol type, ModuleTypes types)
    {
        if (types.IsModule(type))
            return null;
        IEnumerable<ITypeSymbol> items = type switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(element => element.Type),
            INamedTypeSymbol { IsGenericType: true } named when IsEnumerable(named) => named.TypeArguments,
            _ => [],
        };
        return items
            .Select(item => Of(item, types) is { } component ? component == buffer ? null : component : In(item, types))
            .FirstOrDefault(component => component is not null);
    }

    private static bool IsEnumerable(INamedTypeSymbol type) =>
        type.AllInterfaces.Append(type).Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable);
}
