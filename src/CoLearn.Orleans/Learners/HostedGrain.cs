using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Metadata;

namespace CoLearn.Learners;

/// <summary>Gives a grain to a model whose library knows of none, so that none was generated beside it.</summary>
internal sealed class HostedGrain<TModel> : IPostConfigureOptions<GrainTypeOptions>, IGrainTypeProvider
    where TModel : ILearnerModel
{
    public void PostConfigure(string? name, GrainTypeOptions options)
    {
        if (!options.Classes.Any(type => type.IsSubclassOf(typeof(LearnerGrain<TModel>))))
            options.AddClass(typeof(Grain));
    }

    public bool TryGetGrainType(Type type, [NotNullWhen(true)] out GrainType grainType)
    {
        var isHosted = type == typeof(Grain);
        grainType = isHosted ? GrainType.Create(LearnerDefinition.GrainType(TModel.Definition.Name)) : default;
        return isHosted;
    }

    // Private, so that Orleans' generator does not announce the open type as a grain of its own.
    private sealed class Grain(LearnerServices services) : LearnerGrain<TModel>(services);
}
