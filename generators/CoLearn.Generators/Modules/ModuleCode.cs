using System.Collections.Immutable;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoLearn.Generators.Modules;

// What the code of a module does with its components.
internal sealed class ModuleCode
{
    private static readonly HashSet<string> registrations = ["register_module", "add_module", "register_parameter", "register_buffer"];

    private readonly ImmutableArray<CodeBlock> blocks;
    private readonly HashSet<ISymbol> registered = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> registeredNames = [];

    public ModuleCode(ModuleTypes types, ImmutableArray<CodeBlock> blocks)
    {
        (Types, this.blocks) = (types, blocks);
        foreach (var call in All<IInvocationOperation>().Where(call => registrations.Contains(call.TargetMethod.Name)))
            NoteRegistration(call);
    }

    public ModuleTypes Types { get; }

    // Something is registered of which only a run shows what it is, such as each item of an array.
    public bool RegistersOthers { get; private set; }

    public bool IsRegistered(ISymbol holder) => registered.Contains(holder) || registeredNames.Contains(holder.Name);

    public bool IsRegistered(IOperation? value) => value is not null && Symbol(value) is { } symbol && registered.Contains(symbol);

    public bool HasInitializer(ISymbol holder) => blocks.Any(block => SymbolEqualityComparer.Default.Equals(block.Owner, holder));

    public IEnumerable<IOperation> In(ISymbol owner) => blocks
        .Where(block => SymbolEqualityComparer.Default.Equals(block.Owner, owner))
        .SelectMany(block => block.Operations)
        .SelectMany(operation => operation.DescendantsAndSelf())
        .OrderBy(operation => operation.Syntax.SpanStart);

    public IEnumerable<T> All<T>()
        where T : IOperation => blocks
        .SelectMany(block => block.Operations)
        .SelectMany(operation => operation.DescendantsAndSelf())
        .OfType<T>();

    // What is put into a field or property, by its initializer and by assignments.
    public IEnumerable<IOperation> ValuesOf(ISymbol holder) => blocks
        .SelectMany(block => block.Operations)
        .OfType<ISymbolInitializerOperation>()
        .Where(initializer => initializer is IFieldInitializerOperation field && Holds(field.InitializedFields, holder)
            || initializer is IPropertyInitializerOperation property && Holds(property.InitializedProperties, holder))
        .Select(initializer => initializer.Value)
        .Concat(All<ISimpleAssignmentOperation>()
            .Where(assignment => SymbolEqualityComparer.Default.Equals(Symbol(assignment.Target), holder))
            .Select(assignment => assignment.Value));

    // The field, property, local or parameter that an expression names, also through conversions and as the target of an assignment.
    public static ISymbol? Symbol(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Symbol(conversion.Operand),
        ISimpleAssignmentOperation assignment => Symbol(assignment.Target),
        IFieldReferenceOperation { Field: var field } => field,
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } => property,
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        _ => null,
    };

    private void NoteRegistration(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments.Select(argument => argument.Value))
        {
            if (argument.ConstantValue is { HasValue: true, Value: string name })
                registeredNames.Add(name);
            else if (Symbol(argument) is { } symbol)
                Note(symbol);
            else if (Types.IsComponent(argument.Type))
                RegistersOthers = true;
        }

        void Note(ISymbol symbol)
        {
            registered.Add(symbol);
            RegistersOthers |= symbol is ILocalSymbol or IParameterSymbol;
        }
    }

    private static bool Holds<T>(ImmutableArray<T> members, ISymbol holder)
        where T : ISymbol => members.Any(member => SymbolEqualityComparer.Default.Equals(member, holder));
}
