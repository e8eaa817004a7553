namespace CoLearn.Collectives;

/// <summary>K. He et al., "Deep Residual Learning for Image Recognition", 2016: 18 layers, with the stem for 32 × 32 pictures and a head of 10 classes.</summary>
[Learner("resnet-18", Data = typeof(ColouredPictures))]
[Input(3, 32, 32)]
[Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU]
[Residual<Same64>, ReLU, Residual<Same64>, ReLU]
[Residual<Down128>(Project = true), ReLU, Residual<Same128>, ReLU]
[Residual<Down256>(Project = true), ReLU, Residual<Same256>, ReLU]
[Residual<Down512>(Project = true), ReLU, Residual<Same512>, ReLU]
[AdaptiveAvgPool2d(1), Flatten, Linear(10)]
[CrossEntropyLoss, SGD(LearningRate = 0.1, Momentum = 0.9, WeightDecay = 5e-4)]
public sealed partial class ResNet18;

[Block, Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm2d]
internal sealed partial class Same64;

[Block, Conv2d(128, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(128, 3, Padding = 1, Bias = false), BatchNorm2d]
internal sealed partial class Down128;

[Block, Conv2d(128, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(128, 3, Padding = 1, Bias = false), BatchNorm2d]
internal sealed partial class Same128;

[Block, Conv2d(256, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(256, 3, Padding = 1, Bias = false), BatchNorm2d]
internal sealed partial class Down256;

[Block, Conv2d(256, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(256, 3, Padding = 1, Bias = false), BatchNorm2d]
internal sealed partial class Same256;

[Block, Conv2d(512, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(512, 3, Padding = 1, Bias = false), BatchNorm2d]
internal sealed partial class Down512;

[Block, Conv2d(512, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(512, 3, Padding = 1, Bias = false), BatchNorm2d]
internal sealed partial class Same512;
