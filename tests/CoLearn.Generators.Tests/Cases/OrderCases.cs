using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

// Layers that fit, and yet make no sense where they stand.
internal static class OrderCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return BatchNorm("[Input(4)] [BatchNorm1d, Linear(2)]", "BatchNorm1d");
        yield return BatchNorm("[Input(4, 1)] [BatchNorm1d, Flatten]", "BatchNorm1d");
        yield return BatchNorm("[Input(4, 1, 1)] [BatchNorm2d, Flatten]", "BatchNorm2d");
        yield return BatchNorm("[Input(4, 1, 1, 1)] [BatchNorm3d, Flatten]", "BatchNorm3d");
        yield return Network(
            "COLEARN051",
            "[Input(4)] [BatchNorm1d, Linear(2)] [⟦Training(BatchSize = 1)⟧]",
            BatchNormMessage("BatchNorm1d"),
            "[Input(4, 1, 2)] [BatchNorm2d, Flatten] [Training(BatchSize = 1)]");

        yield return Limits("ReLU", "CrossEntropyLoss", "[Input(4)] [Linear(2), LeakyReLU] [CrossEntropyLoss, Adam]");
        yield return Limits("Sigmoid", "CrossEntropyLoss", "[Input(4)] [Linear(2), Sigmoid, Linear(2)] [CrossEntropyLoss, Adam]");
        yield return Limits("Tanh", "BCEWithLogitsLoss", "[Input(4)] [Linear(2), Tanh] [MSELoss, Adam]");
        yield return Model(
            "COLEARN052",
            "[Input(1, 2, 2)] [Conv2d(1, 1), ⟦Hardtanh⟧, Flatten] [CrossEntropyLoss, Adam]",
            "Hardtanh at the end of Model limits the raw scores that CrossEntropyLoss takes, which may be any numbers, so that predictions cannot become sure; remove [Hardtanh], or put [Linear] behind it",
            "[Input(1, 2, 2)] [Conv2d(1, 1), Hardtanh, Flatten, Linear(3)] [CrossEntropyLoss, Adam]");

        yield return Network(
            "COLEARN053",
            "[Input(4)] [Linear(3), ⟦Linear(2)⟧]",
            "Linear(2) on Model stands directly behind Linear(3), and the two can express no more than Linear(2) alone; put an activation such as [ReLU] between them, or remove Linear(3)",
            "[Input(4)] [Linear(3), ReLU, Linear(2)]");
        yield return Network(
            "COLEARN053",
            "[Input(4)] [Linear(3), ⟦Linear(3)⟧]",
            "Linear(3) on Model stands directly behind Linear(3), and the two can express no more than Linear(3) alone; put an activation such as [ReLU] between them, or remove Linear(3)",
            "[Input(4)] [Linear(2), Linear(3)]");

        yield return Dropout("Dropout(0.1)", "Dropout", "[Input(4)] [Dropout(0.1), Linear(2)]");
        yield return Network(
            "COLEARN054",
            "[Input(1, 2, 2)] [⟦Dropout2d⟧, Flatten]",
            "Dropout2d at the end of Model sets predictions themselves to zero while it trains, which the loss then punishes; put it before the last [Linear]",
            "[Input(1, 2, 2)] [Dropout2d, Flatten, Linear(2)]");

        yield return Repeated("ReLU", "ReLU", "ReLU, Linear(4), ReLU");
        yield return Repeated("LeakyReLU(NegativeSlope = 0.2)", "LeakyReLU(NegativeSlope = 0.2, Name = \"second\")", "LeakyReLU, LeakyReLU(NegativeSlope = 0.2)");
        yield return Repeated("Softmax", "LogSoftmax", "Softmax, Sigmoid");
        yield return Repeated("Hardtanh", "Hardtanh", "Hardtanh, Hardtanh(Maximum = 0.5)");
    }

    private static DiagnosticCase BatchNorm(string layers, string norm) => Network(
        "COLEARN051",
        $"{layers} [⟦Training(BatchSize = 1)⟧]",
        BatchNormMessage(norm),
        $"{layers} [Training(BatchSize = 2)]");

    private static string BatchNormMessage(string norm) =>
        $"{norm} 'bn1' on Model has one value of each feature to normalise where BatchSize is 1, and makes the same of it whatever it is; choose a BatchSize of at least 2, or use [LayerNorm]";

    private static DiagnosticCase Limits(string activation, string loss, string valid) => Model(
        "COLEARN052",
        $"[Input(4)] [Linear(2), ⟦{activation}⟧] [{loss}, Adam]",
        $"{activation} at the end of Model limits the raw scores that {loss} takes, which may be any numbers, so that predictions cannot become sure; remove [{activation}], or put [Linear] behind it",
        valid);

    private static DiagnosticCase Dropout(string broken, string name, string valid) => Network(
        "COLEARN054",
        $"[Input(4)] [Linear(2), ⟦{broken}⟧]",
        $"{name} at the end of Model sets predictions themselves to zero while it trains, which the loss then punishes; put it before the last [Linear]",
        valid);

    private static DiagnosticCase Repeated(string first, string second, string valid) => Network(
        "COLEARN055",
        $"[Input(4)] [{first}, ⟦{second}⟧, Linear(2)]",
        $"{second.Split('(')[0]} on Model stands directly behind {first.Split('(')[0]}, with nothing to learn between them; remove one of the two",
        $"[Input(4)] [{valid}, Linear(2)]");
}
