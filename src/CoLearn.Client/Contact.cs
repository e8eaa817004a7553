namespace CoLearn;

/// <summary>Asks the cluster again while a silo that dies takes its answers with it. What a collective is asked has no second effect, so asking again is safe.</summary>
internal static class Contact
{
    /// <summary>A cluster that has lost a silo answers again within seconds; one that is silent for so long is gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A silo that dies takes along what it was asked, and nobody says so. Whoever is asked to wait for news answers within a second, so that more than
    /// twice as much without an answer is worth asking again; a cluster that is slow gets more time each time.
    /// </summary>
    private static readonly TimeSpan FirstAttempt = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>Asks until there is an answer.</summary>
    /// <exception cref="CollectiveException">There was none for a minute.</exception>
    public static async Task<T> AskAsync<T>(string collective, Func<Task<T>> ask, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var attempt = FirstAttempt;
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                return await ask().WaitAsync(attempt, cancellation);
            }
            catch (Exception error) when (IsPassing(error))
            {
                if (TimeProvider.System.GetElapsedTime(began) >= Patience)
                    throw new CollectiveException($"Collective '{collective}' cannot be reached: {error.Message}", error);
            }

            await Task.Delay(wait, cancellation);
            attempt *= 2;
        }
    }

    /// <summary>Whether another silo may answer what one could not: it died, was overloaded, or lost its turn to save.</summary>
    private static bool IsPassing(Exception error) => error is TimeoutException or Orleans.Runtime.OrleansException;
}
