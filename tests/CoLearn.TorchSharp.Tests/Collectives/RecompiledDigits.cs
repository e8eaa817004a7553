using CoLearn.Data;

namespace CoLearn.Collectives;

/// <summary><see cref="ConfiguredDigits"/> with the values of its learner-2 in <c>appsettings.json</c>.</summary>
[Learner("recompiled-digits", Data = typeof(IdxData))]
[Input(1, 28, 28)]
[Conv2d(4, 5, Stride = 4), ReLU, Flatten, Linear(10)]
[CrossEntropyLoss, SGD(LearningRate = 0.05)]
[Training(BatchSize = 16, Batches = 5)]
public sealed partial class RecompiledDigits;
