namespace CoLearn;

/// <summary>A built-in criterion: what a vote score measures.</summary>
public enum Criterion
{
    /// <summary>The share of examples whose class is predicted correctly, 0 to 1; greater is better.</summary>
    Accuracy,

    /// <summary>The mean loss over the examples; less is better.</summary>
    Loss,
}
