using CoLearn.Data;

namespace CoLearn.Collectives;

/// <summary>Quick to train, with all that is drawn at random: initial parameters, dropout masks, the order of examples.</summary>
[Learner("small-digits", Data = typeof(IdxData))]
[Input(1, 28, 28)]
[Conv2d(8, 5, Stride = 2), BatchNorm2d, ReLU, Dropout(0.1), Flatten, Linear(10)]
[CrossEntropyLoss, Adam(LearningRate = 2e-3)]
[Training(BatchSize = 32)]
public sealed partial class SmallDigits;
