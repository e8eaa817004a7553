using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class OutputCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return Model(
            "COLEARN026",
            "[Input(1, 2, 2)] [ReLU] [⟦CrossEntropyLoss⟧, Adam]",
            "CrossEntropyLoss on Model needs a flat output, but the last layer 'relu1' gives (1, 2, 2); end with [Flatten, Linear(…)]",
            "[Input(1, 2, 2)] [LeakyReLU, Flatten] [CrossEntropyLoss, Adam]");
        yield return Model(
            "COLEARN026",
            "[Input(1, 2, 2)] [ReLU] [⟦MSELoss⟧, Adam]",
            "MSELoss on Model needs a flat output, but the last layer 'relu1' gives (1, 2, 2); end with [Flatten, Linear(…)]",
            "[Input(1, 2, 2)] [ReLU, Flatten] [MSELoss, Adam]");
        yield return Model(
            "COLEARN026",
            "[Input(1, 2, 2)] [ReLU] [⟦L1Loss⟧, Adam]",
            "L1Loss on Model needs a flat output, but the last layer 'relu1' gives (1, 2, 2); end with [Flatten, Linear(…)]",
            "[Input(1, 2, 2)] [ReLU, Flatten] [SmoothL1Loss, Adam]");
        yield return Model(
            "COLEARN026",
            "[Input(4)] [Linear(1)] [⟦CrossEntropyLoss⟧, Adam]",
            "CrossEntropyLoss on Model needs an output of at least 2 classes, but the last layer 'fc1' gives (1); give [Linear] an output for each class, or use [BCEWithLogitsLoss]",
            "[Input(4)] [Linear(1)] [BCEWithLogitsLoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2)] [⟦NLLLoss⟧, Adam]",
            "NLLLoss on Model takes log-probabilities, but the last layer is Linear 'fc1'; put [LogSoftmax] at the end, or use [CrossEntropyLoss]",
            "[Input(4)] [Linear(2), LogSoftmax] [NLLLoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2), LogSoftmax] [⟦CrossEntropyLoss⟧, Adam]",
            "CrossEntropyLoss on Model takes raw scores and applies log-softmax itself, but the last layer is LogSoftmax 'logsoftmax1'; remove [LogSoftmax], or use [NLLLoss]",
            "[Input(4)] [Linear(2)] [CrossEntropyLoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2), Softmax] [⟦CrossEntropyLoss⟧, Adam]",
            "CrossEntropyLoss on Model takes raw scores and applies log-softmax itself, but the last layer is Softmax 'softmax1'; remove [Softmax]",
            "[Input(4)] [Linear(2)] [CrossEntropyLoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2), Softmax] [⟦NLLLoss⟧, Adam]",
            "NLLLoss on Model takes log-probabilities, but the last layer is Softmax 'softmax1'; use [LogSoftmax] instead",
            "[Input(4)] [Linear(2), LogSoftmax, Flatten] [NLLLoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2)] [⟦KLDivLoss⟧, Adam]",
            "KLDivLoss on Model takes log-probabilities, but the last layer is Linear 'fc1'; put [LogSoftmax] at the end",
            "[Input(4)] [Linear(2), LogSoftmax] [KLDivLoss, Adam]");
        yield return Model(
            "COLEARN026",
            "[Input(4)] [Linear(1), LogSoftmax] [⟦KLDivLoss⟧, Adam]",
            "KLDivLoss on Model needs an output of at least 2 classes, but the last layer 'logsoftmax1' gives (1); give [Linear] an output for each class, or use [BCEWithLogitsLoss]",
            "[Input(4)] [Linear(2), LogSoftmax] [KLDivLoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2), Sigmoid] [⟦BCEWithLogitsLoss⟧, Adam]",
            "BCEWithLogitsLoss on Model takes raw scores and applies the sigmoid itself, but the last layer is Sigmoid 'sigmoid1'; remove [Sigmoid], or use [BCELoss]",
            "[Input(4)] [Linear(2), Sigmoid] [BCELoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2), LogSigmoid] [⟦BCEWithLogitsLoss⟧, Adam]",
            "BCEWithLogitsLoss on Model takes raw scores and applies the sigmoid itself, but the last layer is LogSigmoid 'logsigmoid1'; remove [LogSigmoid]",
            "[Input(4)] [Linear(2)] [BCEWithLogitsLoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2)] [⟦BCELoss⟧, Adam]",
            "BCELoss on Model takes probabilities, but the last layer is Linear 'fc1'; put [Sigmoid] at the end, or use [BCEWithLogitsLoss]",
            "[Input(1, 2, 2)] [Hardsigmoid, Flatten] [BCELoss, Adam]");
        yield return Model(
            "COLEARN027",
            "[Input(4)] [Linear(2), LogSigmoid] [⟦BCELoss⟧, Adam]",
            "BCELoss on Model takes probabilities, but the last layer is LogSigmoid 'logsigmoid1'; use [Sigmoid] instead",
            "[Input(4)] [Linear(2), Softmax] [BCELoss, Adam]");
    }
}
