namespace CoLearn;

/// <summary>
/// A collective in one process: a silo on this machine's loopback address, N learners that share a data set, and their rounds.
/// </summary>
public sealed class LocalCollective : IAsyncDisposable
{
    private LocalCollective(Collective collective, IReadOnlyList<string> learners)
    {
        Collective = collective;
        Learners = learners;
    }

    /// <summary>The collective as a client sees it; its initial round is done.</summary>
    public Collective Collective { get; }

    /// <summary>The learners' names: <c>learner-1</c> and so on, padded to equal length.</summary>
    public IReadOnlyList<string> Learners { get; }

    /// <summary>Starts a silo, creates the collective and waits until its learners have joined and the initial round has made them equal.</summary>
    /// <typeparam name="TModel">The declared model.</typeparam>
    /// <param name="options">Learners, seed, settings.</param>
    /// <param name="cancellation">Cancels the start; nothing is left running.</param>
    /// <returns>The collective.</returns>
    /// <exception cref="CollectiveException">It cannot start; the message says why.</exception>
    public static Task<LocalCollective> StartAsync<TModel>(LocalOptions options, CancellationToken cancellation = default)
        where TModel : ILearnerModel
        => throw new NotSupportedException();

    /// <summary>Creates another collective on the same silo from some of the learners, with the same seed and rule.</summary>
    /// <param name="id">The other collective's id.</param>
    /// <param name="learners">Some of <see cref="Learners"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The other collective; its initial round is done.</returns>
    public Task<Collective> CreateAsync(string id, IReadOnlyList<string> learners, CancellationToken cancellation = default)
        => throw new NotSupportedException();

    /// <summary>Runs rounds and yields each as it is done.</summary>
    /// <param name="rounds">How many.</param>
    /// <param name="cancellation">Cancels the collective: the enumeration ends when all compute slots are idle.</param>
    /// <returns>The records in order.</returns>
    /// <exception cref="OperationCanceledException">The rounds were cancelled, and nothing runs any more.</exception>
    public IAsyncEnumerable<RoundRecord> RunAsync(int rounds, CancellationToken cancellation = default)
        => throw new NotSupportedException();

    /// <summary>Stops the silo; completes when nothing runs any more.</summary>
    /// <returns>Completes when it has stopped.</returns>
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
