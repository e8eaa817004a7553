using CoLearn.Data;

namespace CoLearn.Collectives;

/// <summary>The further layers for pictures, and every activation.</summary>
[Learner("every-plane-layer", Data = typeof(IdxData))]
[Input(4, 9, 8)]
[ZeroPad2d(1), Conv2d(8, 3, Groups = 4, Padding = 1), GroupNorm(2), ReLU6, Conv2d(8, 3, Dilation = 2, Groups = 8), PReLU]
[InstanceNorm2d, ELU, ConvTranspose2d(6, 3, Stride = 2, Padding = 1, OutputPadding = 1, Groups = 2), PReLU(PerChannel = true)]
[InstanceNorm2d(Affine = true), CELU(Alpha = 0.5), Dropout2d(0.25), Upsample(2), SELU, AdaptiveMaxPool2d(5, 4), SiLU]
[ConvTranspose2d(4, 2, Dilation = 3, Bias = false), Mish, Softplus(Beta = 2), Softsign, Softshrink(Lambda = 0.1), Hardshrink(Lambda = 0.1)]
[Flatten, Hardswish, Hardsigmoid, Hardtanh(Maximum = 2), LogSigmoid, Tanhshrink, Linear(12), Softmax, Linear(3)]
[CrossEntropyLoss, Adam]
public sealed partial class EveryPlaneLayer;
