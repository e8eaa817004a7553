using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>What a colour stands for.</summary>
/// <param name="Text">In words.</param>
/// <param name="Colour">The colour.</param>
/// <param name="LineWidth">A line's width in points; 0 for no line.</param>
/// <param name="Dot">A dot's diameter in points; 0 for no dot. Without line or dot it is a filled cell.</param>
internal sealed record Key(string Text, Color Colour, float LineWidth = 0, float Dot = 0);
