namespace CoLearn.Examples.Mnist;

/// <summary>How a cell of the table looks on a terminal that has colours.</summary>
internal enum Tone
{
    Plain,
    Faint,
    Good,
    Bad,
    Proposer,
}
