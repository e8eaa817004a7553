using CoLearn.Data;

namespace CoLearn.Collectives;

/// <summary>Every layer for tokens and sequences of them.</summary>
[Learner("every-token-layer", Data = typeof(IdxData))]
[Input(12)]
[Embedding(20, 6, PaddingIndex = 3), LSTM(8, Layers = 2, Bidirectional = true), Unflatten(4, 4)]
[GRU(5, Layers = 2, Bias = false), Unflatten(5, 1), LSTM(3), Unflatten(3, 1), GRU(2, Bidirectional = true), Linear(3)]
[CrossEntropyLoss, Adam]
public sealed partial class EveryTokenLayer;
