using System.Collections.Concurrent;

namespace CoLearn.Exchange;

/// <summary>Work on weights that is done once, whoever asks for it meanwhile.</summary>
internal sealed class Underway
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Weights?>>> works = [];

    /// <summary>Joins the work on some weights, or begins it; off the caller's scheduler, which may be a grain's and end before it.</summary>
    public Task<Weights?> JoinAsync(string hash, Func<Task<Weights?>> begin)
        => works.GetOrAdd(hash, _ => new(() => Task.Run(async () =>
        {
            try
            {
                return await begin();
            }
            finally
            {
                works.TryRemove(hash, out var _);
            }
        }))).Value;
}
