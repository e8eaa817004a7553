using CoLearn;

namespace Separate.Models;

/// <summary>Says on which side of a line a point lies.</summary>
[Learner("side", Data = typeof(SideData))]
[Input(2)]
[Linear(8), ReLU, Residual<Same8>, ReLU, Linear(2)]
[CrossEntropyLoss, Adam(LearningRate = 1e-2)]
[Training(BatchSize = 16, Epochs = 4)]
[Voting(Criterion.Accuracy)]
public partial class SideModel;
