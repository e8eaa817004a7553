namespace CoLearn.Collectives;

/// <summary>Which of two tokens came last, which only a model that reads to the end can tell.</summary>
[Learner("sentences", Data = typeof(SentenceData))]
[Input(7)]
[Embedding(6, 8, PaddingIndex = 0), GRU(16), Linear(2)]
[CrossEntropyLoss, Adam(LearningRate = 0.02)]
[Training(BatchSize = 20, Epochs = 6)]
public sealed partial class Sentences;
