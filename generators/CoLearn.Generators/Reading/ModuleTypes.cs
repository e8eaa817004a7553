using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

// TorchSharp's own types, as the compilation knows them.
internal sealed class ModuleTypes
{
    private readonly INamedTypeSymbol module;
    private readonly INamedTypeSymbol tensor;
    private readonly INamedTypeSymbol tensorModule;
    private readonly Lazy<INamedTypeSymbol?> parameter;

    private ModuleTypes(INamedTypeSymbol module, INamedTypeSymbol tensor, INamedTypeSymbol tensorModule, Compilation compilation)
    {
        (this.module, this.tensor, this.tensorModule) = (module, tensor, tensorModule);
        // The generator never asks for it, and it is found slowly.
        parameter = new(() => compilation.GetTypeByMetadataName("TorchSharp.Modules.Parameter"));
    }

    public static ModuleTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module") is { } module
        && compilation.GetTypeByMetadataName("TorchSharp.torch+Tensor") is { } tensor
        && compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module`2") is { } fromOneToOne
            ? new ModuleTypes(module, tensor, fromOneToOne.Construct(tensor, tensor), compilation)
            : null;

    public bool IsModule(ITypeSymbol? type) => Lineage(type).Any(at => Same(at, module));

    public bool IsTensorModule(ITypeSymbol? type) => Lineage(type).Any(at => Same(at, tensorModule));

    public bool IsParameter(ITypeSymbol? type) => Lineage(type).Any(at => Same(at, parameter.Value));

    // A parameter is a tensor too.
    public bool IsTensor(ITypeSymbol? type) => Lineage(type).Any(at => Same(at, tensor));

    // What RegisterComponents gives a name to: layers, parameters and buffers.
    public bool IsComponent(ITypeSymbol? type) => IsModule(type) || IsTensor(type);

    public bool HasNoParameters(ITypeSymbol type) => Lineage(type).Any(at => IsTorchs(at) && at.Name == "ParameterLessModule");

    public bool IsTorchs(ITypeSymbol type) => Same(type.ContainingAssembly, module.ContainingAssembly);

    // By an override of RegisterComponents between the class and TorchSharp's module, as TorchSharp's own lists of modules have.
    public bool RegistersItself(INamedTypeSymbol type) =>
        Lineage(type).TakeWhile(at => !Same(at, module)).Any(at => !at.GetMembers("RegisterComponents").IsEmpty);

    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol? type)
    {
        for (var at = type is ITypeParameterSymbol open ? open.ConstraintTypes.FirstOrDefault() : type; at is not null; at = at.BaseType)
            yield return at;
    }

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
