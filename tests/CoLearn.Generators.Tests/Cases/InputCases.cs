using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class InputCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        yield return AtLearner(
            "COLEARN007",
            "[Linear(2)] [CrossEntropyLoss, Adam]",
            "Model does not say what one example looks like, so that no shape can be inferred; add [Input] with its sizes, such as [Input(1, 28, 28)]");
        yield return Network(
            "COLEARN008",
            "[⟦Input(4, 0)⟧] [Flatten, Linear(2)]",
            "Input of Model is (4, 0), but needs one or more sizes of at least 1; write the sizes of one example, such as [Input(1, 28, 28)]",
            "[Input(4, 1)] [Flatten, Linear(2)]");
        yield return Network(
            "COLEARN008",
            "[⟦Input⟧] [Linear(2)]",
            "Input of Model is empty, but needs one or more sizes of at least 1; write the sizes of one example, such as [Input(1, 28, 28)]",
            Layers);
        yield return Network(
            "COLEARN008",
            "[⟦Input(null!)⟧] [Linear(2)]",
            "Input of Model is empty, but needs one or more sizes of at least 1; write the sizes of one example, such as [Input(1, 28, 28)]",
            Layers);
        yield return Network(
            "COLEARN013",
            "[⟦Input(int.MaxValue, int.MaxValue, int.MaxValue)⟧] [Flatten, Linear(2)]",
            "Input '(2147483647, 2147483647, 2147483647)' on Model makes more values or parameters than can be counted; make its sizes or those before it smaller",
            "[Input(10, 10, 10)] [Flatten, Linear(2)]");
    }
}
