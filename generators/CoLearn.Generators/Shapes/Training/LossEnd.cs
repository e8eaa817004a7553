namespace CoLearn.Generators.Shapes.Training;

// What a loss makes of the kind of layer at the network's end: an activation may be lacking, or be one that the loss applies itself.
internal static class LossEnd
{
    private static readonly string[] probabilities = ["Sigmoid", "Hardsigmoid", "Softmax"];
    private static readonly string[] logProbabilities = ["LogSoftmax", "LogSigmoid"];

    // What the loss takes and how to give it that; null where the end fits.
    public static (string Takes, string WayOut)? Problem(LossRule loss, string end) => loss.Output switch
    {
        OutputKind.LogProbabilities when end != "LogSoftmax" => ("takes log-probabilities", ToLogProbabilities(loss, end)),
        OutputKind.Probabilities when !probabilities.Contains(end) => ("takes probabilities", ToProbabilities(end)),
        OutputKind.ClassScores when end is "Softmax" or "LogSoftmax" => (
            "takes raw scores and applies log-softmax itself", $"remove [{end}]" + (end == "LogSoftmax" ? ", or use [NLLLoss]" : "")),
        OutputKind.Logits when probabilities.Contains(end) || logProbabilities.Contains(end) => (
            "takes raw scores and applies the sigmoid itself", $"remove [{end}]" + (probabilities.Contains(end) ? ", or use [BCELoss]" : "")),
        _ => null,
    };

    private static string ToLogProbabilities(LossRule loss, string end) =>
        (end == "Softmax" ? "use [LogSoftmax] instead" : "put [LogSoftmax] at the end") + (loss.TakesClasses && end != "Softmax" ? ", or use [CrossEntropyLoss]" : "");

    private static string ToProbabilities(string end) => logProbabilities.Contains(end)
        ? $"use [{end.Substring("Log".Length)}] instead"
        : "put [Sigmoid] at the end, or use [BCEWithLogitsLoss]";
}
