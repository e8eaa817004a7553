using CoLearn.Data;

namespace CoLearn.Examples.ThreeSites;

/// <summary>A small network for handwritten digits.</summary>
[Learner("digits", Data = typeof(IdxData))]
[Input(1, 28, 28)]
[Conv2d(16, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
[Conv2d(32, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
[Flatten, Linear(10)]
[CrossEntropyLoss, Adam(LearningRate = 1e-3)]
[Training(BatchSize = 64)]
[Voting(Criterion.Accuracy, Threshold = 0.5)]
public partial class DigitsModel;
