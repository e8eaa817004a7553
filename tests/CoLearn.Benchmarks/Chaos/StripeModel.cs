namespace CoLearn.Benchmarks.Chaos;

/// <summary>A network that draws wherever one can: its initial parameters, its batches and its dropout masks.</summary>
[Learner("stripes", Data = typeof(StripeData))]
[Input(1, 8, 8)]
[Conv2d(8, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
[Flatten, Dropout(0.2), Linear(3)]
[CrossEntropyLoss, Adam(LearningRate = 0.01)]
[Training(BatchSize = 8, Epochs = 1)]
[Voting(Criterion.Accuracy, Threshold = 0.5)]
internal partial class StripeModel;
