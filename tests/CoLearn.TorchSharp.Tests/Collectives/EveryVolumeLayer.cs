using CoLearn.Data;

namespace CoLearn.Collectives;

/// <summary>Every layer for volumes.</summary>
[Learner("every-volume-layer", Data = typeof(IdxData))]
[Input(2, 6, 7, 8)]
[Conv3d(4, 3, Padding = 1, Stride = 2), BatchNorm3d, Conv3d(4, 2, Groups = 2, Bias = false), Upsample(2), Flatten, Linear(3)]
[CrossEntropyLoss, Adam]
public sealed partial class EveryVolumeLayer;
