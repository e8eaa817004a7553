namespace CoLearn.Examples.Iris.Rows;

/// <summary>What weights say of one flower.</summary>
/// <param name="IsRight">Whether they would name its true class.</param>
/// <param name="Probability">The probability that they give to its true class, above 0.</param>
internal readonly record struct Judgement(bool IsRight, double Probability);
