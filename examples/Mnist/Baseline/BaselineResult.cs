namespace CoLearn.Examples.Mnist;

/// <summary>What learners reach who train alone.</summary>
/// <param name="SameTotal">With as much training together as the collective has: its rounds, dealt over the learners.</param>
/// <param name="SameEach">With as many proposals each as the collective has rounds.</param>
internal sealed record BaselineResult(BaselineTraining SameTotal, BaselineTraining SameEach);
