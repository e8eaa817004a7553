using CoLearn.Data;

namespace CoLearn.Training;

/// <summary>Every activation.</summary>
[Learner("every-activation", Data = typeof(IdxData))]
[Input(4)]
[ReLU, ReLU6, LeakyReLU(NegativeSlope = 0.2), PReLU, ELU(Alpha = 0.5), CELU(Alpha = 0.5), SELU, GELU, SiLU, Mish, Softplus(Beta = 2), Softsign]
[Softshrink(Lambda = 0.25), Hardshrink(Lambda = 0.25), Hardswish, Hardsigmoid, Hardtanh(Minimum = -0.5, Maximum = 2), Sigmoid, LogSigmoid, Tanh, Tanhshrink]
[Linear(2)]
[CrossEntropyLoss, Adam]
internal sealed partial class EveryActivation;
