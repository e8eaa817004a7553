using System.Globalization;
using CoLearn.Ledger;

namespace CoLearn.Hosting;

/// <summary>The models that a program declares, for a reader and for a program.</summary>
internal static class ModelsReport
{
    public static string Text(IReadOnlyList<DeclaredModel> models) => models.Count == 0
        ? "The program declares no model.\n"
        : string.Join('\n', models.Select(model => Text(model.Definition)));

    public static string Json(IReadOnlyList<DeclaredModel> models) => SiloJson.Of(models.Select(model => Content(model.Definition)));

    private static string Text(LearnerDefinition model)
    {
        var rule = string.Create(
            CultureInfo.InvariantCulture, $"votes by {model.Rule.Criterion}, threshold {model.Rule.Threshold}, {model.Rule.Strategy}");
        string[] lines = [$"{model.Name}: {rule}; weights as {model.Format.Name}, fingerprint {model.Fingerprint}", .. LayerTable.Of(model).Select(line => $"  {line}")];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static object Content(LearnerDefinition model) => new
    {
        name = model.Name,
        fingerprint = model.Fingerprint,
        format = model.Format.Name,
        ruleHash = RecordHash.Of(model.Rule),
        criterion = model.Rule.Criterion,
        threshold = model.Rule.Threshold,
        strategy = model.Rule.Strategy,
        input = model.Input,
        parameters = model.Layers.Sum(layer => layer.Parameters),
        layers = model.Layers.Select(Content),
    };

    private static object Content(LayerSummary layer) => new
    {
        name = layer.Name,
        kind = layer.Kind,
        output = layer.Output,
        parameters = layer.Parameters,
        layers = layer.Layers.Select(Content),
    };
}
