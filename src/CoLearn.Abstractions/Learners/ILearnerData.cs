using Microsoft.Extensions.Configuration;

namespace CoLearn;

/// <summary>Loads a learner's private data on the silo that hosts the learner, and nowhere else. Needs a parameterless constructor.</summary>
/// <typeparam name="T">What it loads; <c>LearnerSets</c> for a TorchSharp learner.</typeparam>
public interface ILearnerData<T>
{
    /// <summary>Loads the data of one learner.</summary>
    /// <param name="context">Which learner of which collective.</param>
    /// <param name="configuration">The hosting site's own settings for this learner: paths, shard, sizes.</param>
    /// <param name="cancellation">Cancels the loading.</param>
    /// <returns>The data.</returns>
    /// <exception cref="LearnerDataException">The data cannot be used; the message says what, where and what would work.</exception>
    Task<T> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation);

    /// <summary>
    /// Does ahead what does not depend on the collective, such as reading files, while the learner's silo starts; by default nothing. The learner may never
    /// join, and may join before this is done. Where it fails nothing is said: what is wrong is told when the data are loaded.
    /// </summary>
    /// <param name="configuration">The hosting site's own settings for this learner.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>What <see cref="LoadAsync"/> can use as long as it is alive, which it is kept for a while after the start; <see langword="null"/> for nothing.</returns>
    Task<object?> PrepareAsync(IConfiguration configuration, CancellationToken cancellation) => Task.FromResult<object?>(null);
}
