using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

// What the models of a compilation have in common, found once: they bear the same attributes and name the same types again and again.
// It lives as long as the compilation does, and no step of the generator gives it out.
internal sealed class KnownTypes
{
    private static readonly ConditionalWeakTable<Compilation, KnownTypes> all = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, AttributeKind?> attributes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, string[]> parameters = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, TypeUse> uses = new(SymbolEqualityComparer.Default);
    private readonly Func<ITypeSymbol, TypeUse> read;

    private KnownTypes(Compilation compilation)
    {
        read = type => TypeReader.Read(type, this);
        Around = SurroundingsReader.Read(compilation);
        Modules = ModuleTypes.Of(compilation);
        Learner = compilation.GetTypeByMetadataName("CoLearn.ILearner");
        LearnerModel = compilation.GetTypeByMetadataName("CoLearn.ILearnerModel");
        LearnerData = compilation.GetTypeByMetadataName("CoLearn.ILearnerData`1");
        DataOfSets = compilation.GetTypeByMetadataName("CoLearn.Data.LearnerSets") is { } sets ? LearnerData?.Construct(sets) : null;
        TensorScore = compilation.GetTypeByMetadataName("CoLearn.Training.ITensorScore");
        WeightsFormat = compilation.GetTypeByMetadataName("CoLearn.IWeightsFormat");
    }

    public Surroundings Around { get; }

    public ModuleTypes? Modules { get; }

    public INamedTypeSymbol? Learner { get; }

    public INamedTypeSymbol? LearnerModel { get; }

    public INamedTypeSymbol? LearnerData { get; }

    public INamedTypeSymbol? DataOfSets { get; }

    public INamedTypeSymbol? TensorScore { get; }

    public INamedTypeSymbol? WeightsFormat { get; }

    // Blocks that hold no fault, each with the number of attributes that were read for it.
    public ConcurrentDictionary<INamedTypeSymbol, (BlockUse Use, int Attributes)> Blocks { get; } = new(SymbolEqualityComparer.Default);

    public static KnownTypes Of(Compilation compilation) => all.GetValue(compilation, static compilation => new KnownTypes(compilation));

    // Null for an attribute of another's.
    public AttributeKind? Attribute(INamedTypeSymbol? type) => type is null ? null : attributes.GetOrAdd(type, AttributeReader.KindOf);

    public string[] Parameters(IMethodSymbol constructor) => parameters.GetOrAdd(constructor, ConstructorReader.Names);

    public TypeUse Use(ITypeSymbol type) => uses.GetOrAdd(type, read);
}
