namespace CoLearn.Training;

/// <summary>What training makes smaller.</summary>
public enum LossKind
{
    /// <summary>Cross entropy of unnormalised scores, output (n, classes); targets are classes, int64, shape (n).</summary>
    CrossEntropy,

    /// <summary>Negative log-likelihood of log-probabilities, output (n, classes); targets are classes, int64, shape (n).</summary>
    NegativeLogLikelihood,

    /// <summary>Binary cross entropy of logits, output (n, k); targets are numbers from 0 to 1, shape (n, k).</summary>
    BinaryCrossEntropyWithLogits,

    /// <summary>Mean squared error, output (n, k); targets are numbers, shape (n, k).</summary>
    MeanSquaredError,

    /// <summary>Mean absolute error, output (n, k); targets are numbers, shape (n, k).</summary>
    MeanAbsoluteError,

    /// <summary>
    /// Half the squared error where it is less than 1, the absolute error less a half elsewhere, as a mean; output (n, k); targets are numbers,
    /// shape (n, k).
    /// </summary>
    SmoothAbsoluteError,

    /// <summary>Binary cross entropy of probabilities, output (n, k), each from 0 to 1; targets are numbers from 0 to 1, shape (n, k).</summary>
    BinaryCrossEntropy,

    /// <summary>
    /// Kullback-Leibler divergence from log-probabilities, output (n, classes), summed over the classes; targets are distributions, numbers from 0 to 1,
    /// shape (n, classes), of which each row adds up to 1.
    /// </summary>
    KullbackLeiblerDivergence,
}
