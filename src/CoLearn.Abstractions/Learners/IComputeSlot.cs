namespace CoLearn;

/// <summary>A thread that learners take turns on. What is expensive to make belongs to the slot and is lent to whoever works on it.</summary>
public interface IComputeSlot
{
    /// <summary>The slot's number in its silo, from 0.</summary>
    int Index { get; }

    /// <summary>Lends the slot's one <typeparamref name="T"/> under a key, making it first where there is none. The slot disposes it at its end.</summary>
    /// <typeparam name="T">What is lent, such as a model with its optimizer.</typeparam>
    /// <param name="key">Parts things of one type, such as two optimizer settings.</param>
    /// <param name="create">Makes it, on the slot's thread.</param>
    /// <returns>What is lent, until the work ends.</returns>
    T Lend<T>(object key, Func<T> create)
        where T : class;

    /// <summary>
    /// Does the present work in pieces, on this slot and on others that have nothing else to do, and returns when all are done. A piece borrows from the
    /// slot it is given; what comes of it must not depend on which one that is, nor on the order of the pieces.
    /// </summary>
    /// <param name="pieces">How many pieces there are.</param>
    /// <param name="piece">Does one, by its number from 0, on a slot's thread. What it throws first ends the work, once all pieces that run have ended.</param>
    void Share(int pieces, Action<IComputeSlot, int> piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        for (var number = 0; number < pieces; number++)
            piece(this, number);
    }
}
