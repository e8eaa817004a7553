using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoLearn.Training;

/// <summary>
/// Finds out how many threads a training gains from. A process's first batches are trained by all the threads that are allowed, since much else goes on while
/// it starts; some more by all, by half of them and so on, in turn; and the rest by the number whose quickest batch was the quickest, or by more threads
/// that were about as quick. A batch is trained whole by whatever number, so nothing is computed for the trial alone.
/// </summary>
internal sealed class ThreadTrial
{
    private const int WarmUp = 48;
    private const int Passes = 2;

    /// <summary>Fewer threads must be quicker by this much: what disturbs a trial disturbs many threads more.</summary>
    private const double Margin = 0.95;

    /// <summary>The first batch after a change waits for threads that begin or end.</summary>
    private const int BatchesEach = 3;

    private static readonly ConcurrentDictionary<(Type Model, int BatchSize, int AtMost), ThreadTrial> All = new();

    private readonly int[] candidates;
    private readonly double[] best;
    private int batches = -WarmUp;

    internal ThreadTrial(params int[] candidates)
    {
        this.candidates = candidates;
        best = [.. candidates.Select(_ => double.PositiveInfinity)];
    }

    /// <summary>How many threads the next batch is to be trained by.</summary>
    public int Threads
    {
        get
        {
            lock (candidates)
                return batches < 0 ? candidates[0] : IsOver ? Quickest() : candidates[Present];
        }
    }

    private bool IsOver => candidates.Length == 1 || batches >= Passes * BatchesEach * candidates.Length;

    private int Present => batches / BatchesEach % candidates.Length;

    /// <summary>The trial of a model's trainings in this process.</summary>
    public static ThreadTrial Of(Type model, int batchSize, int atMost) => All.GetOrAdd((model, batchSize, atMost), key => new ThreadTrial([.. Candidates(key.AtMost)]));

    /// <summary>No trial: one number.</summary>
    public static ThreadTrial Fixed(int threads) => new(threads);

    /// <summary>Trains a batch and notes how long it took.</summary>
    public void Run(Action batch)
    {
        var threads = Threads;
        TorchThread.Use(threads);
        var start = Stopwatch.GetTimestamp();
        batch();
        Note(threads, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    internal void Note(int threads, double seconds)
    {
        lock (candidates)
        {
            if (IsOver || (batches >= 0 && candidates[Present] != threads))
                return;
            if (batches >= 0 && batches % BatchesEach > 0)
                best[Present] = Math.Min(best[Present], seconds);
            batches++;
        }
    }

    private int Quickest()
    {
        var quickest = 0;
        for (var index = 1; index < candidates.Length; index++)
        {
            if (best[index] < best[quickest] * Margin)
                quickest = index;
        }

        return candidates[quickest];
    }

    private static IEnumerable<int> Candidates(int atMost)
    {
        yield return atMost;
        for (var threads = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)atMost) / 2; threads >= 1; threads /= 2)
            yield return threads;
    }
}
