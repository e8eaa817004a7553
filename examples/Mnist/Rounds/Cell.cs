namespace CoLearn.Examples.Mnist;

/// <summary>A cell of the table of rounds, padded to its column.</summary>
internal readonly record struct Cell(string Text, Tone Tone);
