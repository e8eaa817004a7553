using CoLearn.Data;

namespace CoLearn.Examples.Mnist;

/// <summary>The PyTorch model of the reference system: two convolutions without padding, two linear layers, negative log-likelihood.</summary>
[Learner("mnist-cnn", Data = typeof(IdxData))]
[Input(1, 28, 28)]
[Conv2d(20, 5), ReLU, MaxPool2d(2)]
[Conv2d(50, 5), ReLU, MaxPool2d(2)]
[Flatten, Linear(500), ReLU, Linear(10), LogSoftmax]
[NLLLoss, Adam(LearningRate = 1e-3)]
[Training(BatchSize = 64)]
[Voting(Criterion.Accuracy, Threshold = 0.5)]
public partial class CnnModel;
