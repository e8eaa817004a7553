using System.Reflection;
using CoLearn.Hosting;

namespace CoLearn;

/// <summary>What a program that is a silo brings besides its configuration; see <see cref="CoLearnSilo.RunAsync"/>.</summary>
public sealed class CoLearnSiloProgram
{
    private readonly List<DeclaredModel> models = [];
    private readonly List<ClusterKind> kinds = [new LocalhostCluster(), new OwnCluster()];
    private readonly List<Action<ISiloBuilder>> silo = [];
    private readonly Dictionary<string, Action<ISiloBuilder>> switches = new(StringComparer.OrdinalIgnoreCase);

    internal CoLearnSiloProgram()
    {
    }

    internal IReadOnlyList<ClusterKind> Kinds => kinds;

    internal IReadOnlyCollection<string> Switches => switches.Keys;

    internal bool ConfiguresSilo => silo.Count > 0;

    /// <summary>Adds a model. Those of the program's own assembly, and of those that it depends on, are found without it.</summary>
    /// <typeparam name="TModel">The declared model.</typeparam>
    /// <returns>This builder.</returns>
    public CoLearnSiloProgram Model<TModel>()
        where TModel : ILearnerModel
    {
        models.Add(new DeclaredModel<TModel>());
        return this;
    }

    /// <summary>Adds a way to find the other silos, that <c>CoLearn:Cluster:Kind</c> can name.</summary>
    /// <param name="kind">The kind; one of a name that is there takes its place.</param>
    /// <returns>This builder.</returns>
    public CoLearnSiloProgram Cluster(ClusterKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        kinds.RemoveAll(known => known.Name.Equals(kind.Name, StringComparison.OrdinalIgnoreCase));
        kinds.Add(kind);
        return this;
    }

    /// <summary>Configures the silo further, before <c>AddCoLearn</c>: its services, a grain storage named <c>colearn</c>, clustering of one's own.</summary>
    /// <param name="configure">Configures it.</param>
    /// <returns>This builder.</returns>
    public CoLearnSiloProgram Silo(Action<ISiloBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        silo.Add(configure);
        return this;
    }

    /// <summary>Configures the silo further where the configuration says <c>CoLearn:&lt;name&gt;</c> is <c>true</c>, and leaves it as it is otherwise.</summary>
    /// <param name="name">The key in the section <c>CoLearn</c>; one that is there takes its place.</param>
    /// <param name="configure">Configures it.</param>
    /// <returns>This builder.</returns>
    public CoLearnSiloProgram Switch(string name, Action<ISiloBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        switches[name] = configure;
        return this;
    }

    internal void Configure(ISiloBuilder builder, IReadOnlyList<string> on)
    {
        foreach (var configure in silo.Concat(on.Select(name => switches[name])))
            configure(builder);
    }

    internal IReadOnlyList<DeclaredModel> Models() => DeclaredModels.Of(models, Assembly.GetEntryAssembly());
}
