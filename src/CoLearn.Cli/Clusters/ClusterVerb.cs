using CoLearn.Shell;

namespace CoLearn.Clusters;

/// <summary>What all verbs that ask a cluster have in common: they connect, ask, and say in a sentence why they could not.</summary>
internal static class ClusterVerb
{
    /// <summary>Asks a cluster.</summary>
    /// <exception cref="MistakeException">It cannot be reached, or refused.</exception>
    public static async Task<int> RunAsync(ClusterChoice choice, Func<IClusterClient, Task<int>> ask, CancellationToken cancellation)
    {
        await using var connection = await ClusterConnection.OpenAsync(choice, cancellation);
        try
        {
            return await ask(connection.Client);
        }
        catch (CollectiveException refusal)
        {
            throw new MistakeException(refusal.Message, refusal.InnerException is null ? ExitCode.Disagreement : ExitCode.Unreachable);
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            throw ClusterConnection.Unreachable(choice, failure.Message);
        }
    }
}
