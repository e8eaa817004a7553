using CoLearn.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoLearn.Generators.Modules;

// RegisterComponents looks at the fields of the module itself: what is held elsewhere it does not see, or not under a usable name.
internal static class HoldingRules
{
    private const string ComponentName = "ComponentNameAttribute";

    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, ModuleCode code) =>
        type.GetMembers().OfType<IFieldSymbol>().Select(field => Check(field, type, code)).OfType<Diagnostic>();

    private static Diagnostic? Check(IFieldSymbol field, INamedTypeSymbol type, ModuleCode code)
    {
        var property = field.AssociatedSymbol as IPropertySymbol;
        var holder = (ISymbol?)property ?? field;
        if ((holder.IsImplicitlyDeclared && property is null) || code.IsRegistered(holder))
            return null;

        if (Component.In(field.Type, code.Types) is { } item)
            return IsKnownElsewhere(holder, code) ? null : Collection(holder, item, type);
        if (Component.Of(field.Type, code.Types) is not { } component)
            return null;
        if (field.IsStatic)
            return code.Types.IsModule(field.Type) || component == Component.Parameter
                ? At(Mistakes.LayerMustNotBeStatic, holder, component.Kind, holder.Name, type.Name, component.Loss)
                : null;
        return property is null || component == Component.Dropout || HasName(field)
            ? null
            : At(Mistakes.LayerMustNotBeProperty, holder, component.Kind, holder.Name, type.Name, field.Name);
    }

    private static Diagnostic Collection(ISymbol holder, Component item, INamedTypeSymbol type)
    {
        var (kinds, wayOut) = item == Component.Parameter
            ? ("parameters", "ParameterList or ParameterDict")
            : ("layers", "ModuleList, ModuleDict or Sequential");
        var loss = item == Component.Dropout ? "they drop values even when the model is evaluated"
            : item == Component.Parameter ? "they are neither trained nor sent"
            : "their parameters are neither trained nor sent";
        return At(Mistakes.LayersMustNotBeInCollection, holder, kinds, holder.Name, type.Name, loss, wayOut);
    }

    // Its items are fields too, or it only goes on into a module that is a list of them.
    private static bool IsKnownElsewhere(ISymbol holder, ModuleCode code)
    {
        if (code.RegistersOthers)
            return true;
        var items = code.ValuesOf(holder).SelectMany(Items)
            .Concat(code.All<IInvocationOperation>()
                .Where(call => call.TargetMethod.Name == "Add" && call.Instance is { } list && Is(list, holder))
                .SelectMany(call => call.Arguments.Select(argument => argument.Value)))
            .Where(item => code.Types.IsComponent(item.Type) || item is IConversionOperation)
            .ToList();
        return (items.Count > 0 && items.All(item => ModuleCode.Symbol(item) is IFieldSymbol { IsStatic: false }))
            || code.All<IInvocationOperation>().Any(call => code.Types.IsModule(call.Type) && Takes(call.Arguments, holder))
            || code.All<IObjectCreationOperation>().Any(made => code.Types.IsModule(made.Type) && Takes(made.Arguments, holder));
    }

    private static IEnumerable<IOperation> Items(IOperation value) => value switch
    {
        IConversionOperation conversion => Items(conversion.Operand),
        IArrayCreationOperation { Initializer: { } given } => given.ElementValues,
        ICollectionExpressionOperation given => given.Elements,
        ITupleOperation tuple => tuple.Elements,
        IObjectCreationOperation { Initializer: { } given } => given.Initializers.OfType<IInvocationOperation>()
            .SelectMany(call => call.Arguments.Select(argument => argument.Value)),
        _ => [],
    };

    private static bool Takes(IEnumerable<IArgumentOperation> arguments, ISymbol holder) =>
        arguments.Any(argument => argument.Descendants().Any(operation => Is(operation, holder)));

    private static bool Is(IOperation operation, ISymbol holder) =>
        SymbolEqualityComparer.Default.Equals(ModuleCode.Symbol(operation), holder);

    private static bool HasName(IFieldSymbol field) =>
        field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == ComponentName);

    private static Diagnostic At(DiagnosticDescriptor rule, ISymbol holder, params object[] arguments) =>
        Diagnostic.Create(rule, holder.Locations[0], arguments);
}
