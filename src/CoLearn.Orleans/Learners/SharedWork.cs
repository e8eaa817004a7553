using System.Runtime.ExceptionServices;

namespace CoLearn.Learners;

/// <summary>Pieces of one work, done by whichever slots take them. The first error keeps the pieces that are left from being begun.</summary>
internal sealed class SharedWork(int pieces, Action<IComputeSlot, int> piece)
{
    private readonly object gate = new();
    private readonly int count = pieces;
    private int left = pieces;
    private Exception? error;
    private int taken;

    /// <summary>Whether there are pieces that nobody has taken.</summary>
    public bool IsOpen => Volatile.Read(ref taken) < count;

    /// <summary>Takes a piece and does it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryDoNext(IComputeSlot slot)
    {
        var number = Interlocked.Increment(ref taken) - 1;
        if (number >= count)
            return false;
        try
        {
            if (Volatile.Read(ref error) is null)
                piece(slot, number);
        }
        catch (Exception problem)
        {
            Interlocked.CompareExchange(ref error, problem, null);
        }

        lock (gate)
        {
            if (--left == 0)
                Monitor.Pulse(gate);
        }

        return true;
    }

    /// <summary>Waits until every piece is done; throws what one of them threw.</summary>
    public void Finish()
    {
        lock (gate)
        {
            while (left > 0)
                Monitor.Wait(gate);
        }

        if (error is { } problem)
            ExceptionDispatchInfo.Throw(problem);
    }
}
