using CoLearn.Messages;

namespace Orleans.Hosting;

/// <summary>Collectives for a cluster client.</summary>
public static class CoLearnClientExtensions
{
    /// <summary>Lets a client speak to collectives, with traces that go on across it.</summary>
    /// <param name="client">The client's builder.</param>
    /// <returns>The same builder.</returns>
    public static IClientBuilder AddCoLearnClient(this IClientBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.AddOutgoingGrainCallFilter<MessageBound>();
    }
}
