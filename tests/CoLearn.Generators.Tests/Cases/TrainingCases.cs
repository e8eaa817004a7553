using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class TrainingCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return AtLearner(
            "COLEARN014",
            $"{Layers} [Adam]",
            "Model names no loss, so that training has nothing to make small; add one, such as [CrossEntropyLoss]");
        yield return Model(
            "COLEARN015",
            $"{Layers} [CrossEntropyLoss, ⟦MSELoss⟧, Adam]",
            "MSELoss on Model is a second loss beside CrossEntropyLoss, but training makes one small; remove one of them",
            $"{Layers} [MSELoss, Adam]");
        yield return AtLearner(
            "COLEARN016",
            $"{Layers} [CrossEntropyLoss]",
            "Model names no optimizer, so that it cannot train; add one, such as [Adam]");
        yield return Model(
            "COLEARN017",
            $"{Layers} [CrossEntropyLoss, Adam, ⟦SGD⟧]",
            "SGD on Model is a second optimizer beside Adam, but training uses one; remove one of them",
            $"{Layers} [CrossEntropyLoss, SGD]");
        yield return Optimizer(
            "Adam(LearningRate = 0)",
            "LearningRate of Adam on Model is 0",
            "a finite value above 0",
            "Adam(LearningRate = 1)");
        yield return Optimizer(
            "SGD(LearningRate = double.PositiveInfinity)",
            "LearningRate of SGD on Model is Infinity",
            "a finite value above 0",
            "SGD(LearningRate = 10)");
        yield return Optimizer(
            "AdamW(WeightDecay = -0.1)",
            "WeightDecay of AdamW on Model is -0.1",
            "a finite value of at least 0",
            "AdamW(WeightDecay = 0)");
        yield return Optimizer("SGD(Momentum = 1)", "Momentum of SGD on Model is 1", "a value in [0, 1)", "SGD(Momentum = 0.99)");
        yield return Optimizer("Adam(Beta1 = -0.5)", "Beta1 of Adam on Model is -0.5", "a value in [0, 1)", "Adam(Beta1 = 0)");
        yield return Optimizer("AdamW(Beta2 = double.NaN)", "Beta2 of AdamW on Model is NaN", "a value in [0, 1)", "AdamW(Beta2 = 0.5)");
        yield return Optimizer("RMSprop(Alpha = 1)", "Alpha of RMSprop on Model is 1", "a value in [0, 1)", "RMSprop(Alpha = 0.9)");
        yield return Optimizer(
            "Adagrad(LearningRateDecay = -1)",
            "LearningRateDecay of Adagrad on Model is -1",
            "a finite value of at least 0",
            "Adagrad(LearningRateDecay = 1)");
        yield return Optimizer(
            "NAdam(MomentumDecay = double.NaN)",
            "MomentumDecay of NAdam on Model is NaN",
            "a finite value of at least 0",
            "NAdam(MomentumDecay = 0)");
        yield return Further(
            "COLEARN019",
            "Training(GradientClip = -1)",
            "The GradientClip of Training on Model is -1, with which there is no training; choose a finite value of at least 0",
            "Training(GradientClip = 1)");
        yield return Further(
            "COLEARN019",
            "Training(DecayRounds = -1)",
            "The DecayRounds of Training on Model is -1, with which there is no training; choose a value of at least 0",
            "Training(DecayRounds = 1)");
        yield return Further(
            "COLEARN019",
            "Training(DecayRounds = 5, DecayFactor = 0)",
            "The DecayFactor of Training on Model is 0, with which there is no training; choose a value in (0, 1]",
            "Training(DecayRounds = 5, DecayFactor = 0.5)");
        yield return Further(
            "COLEARN019",
            "Training(BatchSize = 0)",
            "The BatchSize of Training on Model is 0, with which there is no training; choose a value of at least 1",
            "Training(BatchSize = 1)");
        yield return Further(
            "COLEARN019",
            "Training(Epochs = 0)",
            "The Epochs of Training on Model is 0, with which there is no training; choose a value of at least 1",
            "Training(Epochs = 1)");
        yield return Further(
            "COLEARN019",
            "Training(Batches = -1)",
            "The Batches of Training on Model is -1, with which there is no training; choose a value of at least 0",
            "Training(Batches = 0)");
        yield return Further(
            "COLEARN020",
            "Training(Epochs = 2, Batches = 30)",
            "Training of Model gives both Epochs = 2 and Batches = 30, but a proposal takes one or the other; remove one of them",
            "Training(Epochs = 2, Batches = 0)");
    }
}
