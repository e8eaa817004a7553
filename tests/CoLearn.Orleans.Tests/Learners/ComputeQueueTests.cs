using Microsoft.Extensions.Options;

namespace CoLearn.Learners;

public sealed class ComputeQueueTests
{
    [Fact]
    public async Task ComputeQueue_TwoSlots_RunsTwoAtATimeAndLendsEachItsOwn()
    {
        using var queue = Queue(slots: 2);
        using var both = new Barrier(2);
        var made = 0;

        object Work(IComputeSlot slot, CancellationToken cancellation)
        {
            both.SignalAndWait(cancellation);
            return slot.Lend("key", () => new Lent(Interlocked.Increment(ref made)));
        }

        var first = await Task.WhenAll(queue.RunAsync(Work, default), queue.RunAsync(Work, default));
        var second = await Task.WhenAll(queue.RunAsync(Work, default), queue.RunAsync(Work, default));

        Assert.Equal(2, made);
        Assert.Equal(first.ToHashSet(), second.ToHashSet());
    }

    [Fact]
    public async Task ComputeQueue_WorkThatThrows_ReachesTheCallerAndKeepsTheSlot()
    {
        using var queue = Queue(slots: 1);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync<int>((_, _) => throw new InvalidOperationException("no"), default));
        Assert.Equal("no", error.Message);
        Assert.Equal(7, await queue.RunAsync((_, _) => 7, default));
    }

    [Fact]
    public async Task ComputeQueue_CancelledWorkThatWrapsWhatItThrows_IsCancelledNotFailed()
    {
        using var queue = Queue(slots: 1);
        using var cancelling = new CancellationTokenSource();
        var running = queue.RunAsync<int>(
            (_, cancellation) =>
            {
                cancelling.Cancel();
                Parallel.For(0, 2, _ => cancellation.ThrowIfCancellationRequested());
                return 1;
            },
            cancelling.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task ComputeQueue_Disposed_CancelsWorkAndDisposesWhatItLent()
    {
        var queue = Queue(slots: 1);
        var lent = await queue.RunAsync((slot, _) => slot.Lend("key", () => new Lent(1)), default);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = queue.RunAsync<int>(
            (_, cancellation) =>
            {
                started.SetResult();
                cancellation.WaitHandle.WaitOne();
                cancellation.ThrowIfCancellationRequested();
                return 1;
            },
            default);
        var waiting = queue.RunAsync((_, _) => 2, default);
        await started.Task;

        queue.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.RunAsync((_, _) => 3, default));
        Assert.True(lent.Disposed);
    }

    [Fact]
    public async Task RunAsync_WorkOfSeveralThreads_HasASlotOfItsOwnBesideTheOthers()
    {
        using var queue = Queue(slots: 2, threads: 2);
        using var all = new Barrier(3);
        var wide = queue.RunAsync(Meet(all), default, threads: 2);
        var others = await Task.WhenAll(queue.RunAsync(Meet(all), default), queue.RunAsync(Meet(all), default));

        Assert.Equal([0, 1], others.Order());
        Assert.Equal(2, await wide);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => queue.RunAsync((slot, _) => slot.Index, default, threads: 2))), slot => Assert.Equal(2, slot));
    }

    [Fact]
    public async Task RunAsync_WorkOfSeveralThreads_TakesNoPieceOfOthers()
    {
        using var queue = Queue(slots: 2, threads: 2);
        var used = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
        await queue.RunAsync((_, _) => 0, default, threads: 2);

        await queue.RunAsync(
            (slot, _) =>
            {
                slot.Share(200, (on, _) => used[on.Index] = true);
                return 0;
            },
            default);

        Assert.DoesNotContain(2, used.Keys);
    }

    [Fact]
    public async Task RunAsync_WorksThatShareTheThreads_RunSideBySide()
    {
        using var queue = Queue(slots: 1, threads: 6);
        using var all = new Barrier(3);

        // Three contributors to an average, of two threads each.
        var slots = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => queue.RunAsync(Meet(all), default, threads: 2)));

        Assert.Equal([1, 2, 3], slots.Order());
    }

    [Fact]
    public async Task Share_SlotsThatAreFree_HelpAndEachPieceIsDoneOnce()
    {
        using var queue = Queue(slots: 3);
        using var all = new Barrier(3);
        var done = new int[30];

        var slots = await queue.RunAsync(
            (slot, cancellation) =>
            {
                var used = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
                slot.Share(done.Length, (on, piece) =>
                {
                    // The first three wait for one another: so three slots have one each.
                    if (piece < 3)
                        all.SignalAndWait(cancellation);
                    used[on.Index] = true;
                    Interlocked.Increment(ref done[piece]);
                });
                return used.Count;
            },
            default);

        Assert.Equal(3, slots);
        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Share_PieceThatThrows_EndsTheWorkAndKeepsTheSlots()
    {
        using var queue = Queue(slots: 2);
        var begun = 0;

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync(
            (slot, _) =>
            {
                slot.Share(1000, (_, piece) =>
                {
                    Interlocked.Increment(ref begun);
                    throw new InvalidOperationException($"piece {piece}");
                });
                return 0;
            },
            default));

        Assert.StartsWith("piece ", error.Message);
        Assert.InRange(begun, 1, 2);
        Assert.Equal(7, await queue.RunAsync((_, _) => 7, default));
    }

    [Fact]
    public async Task Share_OneSlotOrNoPieces_NeedsNobody()
    {
        using var queue = Queue(slots: 1);
        var done = 0;

        await queue.RunAsync(
            (slot, _) =>
            {
                slot.Share(0, (_, _) => done += 100);
                slot.Share(5, (_, piece) => done += piece);
                return 0;
            },
            default);

        Assert.Equal(10, done);
    }

    [Theory]
    [InlineData(4, 1, 4)]
    [InlineData(4, 3, 1)]
    [InlineData(2, 8, 1)]
    public void ThreadsOf_TrainingsSideBySide_DealsThreadsOut(int threads, int sideBySide, int each)
        => Assert.Equal(each, new ComputeOptions { TrainingThreads = threads }.ThreadsOf(sideBySide));

    [Fact]
    public void ComputeOptions_SeveralMistakes_ListsAllAtOnce()
    {
        var result = new ComputeOptionsValidator().Validate(null, new() { Slots = 0, TrainingThreads = -1, EvaluationThreads = 0 });
        Assert.Equal(3, result.Failures!.Count());
    }

    /// <summary>Waits on its slot until all of them are there.</summary>
    private static Func<IComputeSlot, CancellationToken, int> Meet(Barrier all) => (slot, cancellation) =>
    {
        all.SignalAndWait(cancellation);
        return slot.Index;
    };

    private static ComputeQueue Queue(int slots, int threads = 0) => new(Options.Create(new ComputeOptions { Slots = slots, TrainingThreads = threads }));

    private sealed class Lent(int number) : IDisposable
    {
        public int Number => number;

        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }
}
