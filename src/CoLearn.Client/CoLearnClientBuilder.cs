using CoLearn.Clusters;

namespace CoLearn;

/// <summary>How a client of collectives finds their cluster; see <see cref="CoLearnClientExtensions.AddCoLearnClient"/>.</summary>
public sealed class CoLearnClientBuilder
{
    private readonly List<ClientClusterKind> kinds = [new LocalhostGateway(), new OwnGateways()];

    internal CoLearnClientBuilder()
    {
    }

    internal IReadOnlyList<ClientClusterKind> Kinds => kinds;

    /// <summary>Adds a way to find the silos, that <c>CoLearn:Cluster:Kind</c> can name.</summary>
    /// <param name="kind">The kind; one of a name that is there takes its place.</param>
    /// <returns>This builder.</returns>
    public CoLearnClientBuilder Cluster(ClientClusterKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        kinds.RemoveAll(known => known.Name.Equals(kind.Name, StringComparison.OrdinalIgnoreCase));
        kinds.Add(kind);
        return this;
    }
}
