using Microsoft.Extensions.Configuration;

namespace CoLearn.Hosting;

/// <summary>A model that the program declares, by its name instead of its type.</summary>
internal abstract class DeclaredModel
{
    public abstract LearnerDefinition Definition { get; }

    public abstract Type Type { get; }

    public abstract void Host(CoLearnSiloBuilder site, string learner, IConfiguration settings);
}
