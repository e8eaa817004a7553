using CoLearn.Data;

namespace CoLearn.Examples.Mnist;

/// <summary>The tutorial's model: two convolution blocks and a linear layer.</summary>
[Learner("mnist", Data = typeof(IdxData))]
[Input(1, 28, 28)]
[Conv2d(64, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
[Conv2d(128, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
[Flatten, Linear(10)]
[CrossEntropyLoss, Adam(LearningRate = 1e-3)]
[Training(BatchSize = 64)]
[Voting(Criterion.Accuracy, Threshold = 0.5)]
public partial class MnistModel;
