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
}
