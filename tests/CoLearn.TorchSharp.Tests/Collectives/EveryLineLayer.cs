using CoLearn.Data;

namespace CoLearn.Collectives;

/// <summary>Every layer for sequences.</summary>
[Learner("every-line-layer", Data = typeof(IdxData))]
[Input(60)]
[Unflatten(3, 20), Conv1d(6, 3, Groups = 3, Padding = 2, Dilation = 2), BatchNorm1d, MaxPool1d(2, Padding = 1), InstanceNorm1d]
[Conv1d(4, 2, Stride = 2, Bias = false), InstanceNorm1d(Affine = true), Upsample(3), AvgPool1d(3, Stride = 1), GroupNorm(4), AdaptiveAvgPool1d(5)]
[Flatten, Linear(3)]
[CrossEntropyLoss, Adam]
public sealed partial class EveryLineLayer;
