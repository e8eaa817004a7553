namespace CoLearn.Benchmarks.Endurance;

/// <summary>As small as a model can be.</summary>
[Learner("dot", Data = typeof(DotData))]
[Input(2)]
[Linear(2)]
[CrossEntropyLoss, SGD(LearningRate = 0.01)]
[Training(BatchSize = 4, Batches = 1)]
[Voting(Criterion.Loss)]
internal partial class DotModel;
