namespace CoLearn.Data;

/// <summary>One learner's share of a data set that is dealt out like cards: to each in turn, so that shares differ by one example at most.</summary>
public sealed record Shard
{
    /// <summary>Describes a share.</summary>
    /// <param name="count">How many shares there are, at least 1.</param>
    /// <param name="index">Which of them this is, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such share.</exception>
    public Shard(int count, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        Count = count;
        Index = index;
    }

    /// <summary>How many shares there are.</summary>
    public int Count { get; }

    /// <summary>Which of them this is, from 0.</summary>
    public int Index { get; }

    /// <summary>Deals the share.</summary>
    /// <param name="order">All examples, in an order that is the same for every share.</param>
    /// <returns>The examples at <see cref="Index"/>, <see cref="Index"/> + <see cref="Count"/> and so on.</returns>
    public int[] Deal(ReadOnlySpan<int> order)
    {
        var dealt = new List<int>(order.Length / Count + 1);
        for (long i = Index; i < order.Length; i += Count)
            dealt.Add(order[(int)i]);
        return [.. dealt];
    }
}
