using CoLearn.Data;

namespace CoLearn.Collectives;

/// <summary>Every kind of layer once.</summary>
[Learner("every-layer", Data = typeof(IdxData))]
[Input(2, 20, 18)]
[Conv2d(6, 3, Stride = 2, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2, Stride = 1, Padding = 1), LeakyReLU(NegativeSlope = 0.2)]
[Conv2d(4, 2, Bias = false), LayerNorm, GELU, AvgPool2d(3), Sigmoid, AdaptiveAvgPool2d(2, 3)]
[Flatten, Linear(7), BatchNorm1d, Tanh, Dropout(0.25), Linear(5, Bias = false), LogSoftmax]
[NLLLoss, SGD(Momentum = 0.9)]
public sealed partial class EveryLayer;
