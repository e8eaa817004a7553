namespace CoLearn.Examples.Iris.Forests;

/// <summary>
/// A node of a decision tree whose nodes lie in an array, each before its children. A split sends a flower whose feature is at most the threshold
/// to the node behind it, another one to <see cref="Right"/>; a leaf has no feature and names a species.
/// </summary>
internal readonly record struct TreeNode(int? Feature, float Threshold, int Right, int Species);
