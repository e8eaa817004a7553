using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>A criterion of one's own for TorchSharp learners. It keeps no state, since learners share it and call it at the same time.</summary>
public interface ITensorScore : IScore
{
    /// <summary>Scores a whole set at once. Called without gradients and inside a dispose scope.</summary>
    /// <param name="output">What the model gives for each example, shape (n, …).</param>
    /// <param name="target">The targets, shape (n) or (n, k), as a loss sees them.</param>
    /// <returns>The score; not finite where it is undefined.</returns>
    double Score(Tensor output, Tensor target);
}
