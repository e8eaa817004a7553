using CoLearn.Data;

namespace CoLearn.Collectives;

/// <summary>The model that <c>appsettings.json</c> of these tests configures.</summary>
[Learner("configured-digits", Data = typeof(IdxData))]
[Input(1, 28, 28)]
[Conv2d(4, 5, Stride = 4), ReLU, Flatten, Linear(10)]
[CrossEntropyLoss, SGD(LearningRate = 0.01)]
[Training(BatchSize = 32)]
public sealed partial class ConfiguredDigits;
