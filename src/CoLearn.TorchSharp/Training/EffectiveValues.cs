using System.Globalization;
using System.Reflection;

namespace CoLearn.Training;

/// <summary>The values that a network is trained with, by name; what is private to a site is none of them.</summary>
internal static class EffectiveValues
{
    public static IEnumerable<LearnerSetting> Of(TorchDeclaration declaration)
    {
        var (optimizer, training) = (declaration.Optimizer, declaration.Training);
        var kind = optimizer.GetType().Name;
        yield return new("Loss", declaration.Loss.ToString());
        yield return new("Optimizer", kind.EndsWith("Settings", StringComparison.Ordinal) ? kind[..^"Settings".Length] : kind);
        foreach (var property in Properties(optimizer))
            yield return new(property.Name, Text(property.GetValue(optimizer)));
        foreach (var property in Properties(training).Where(property => Holds(training, property.Name)))
            yield return new(property.Name, Text(property.GetValue(training)));
    }

    /// <summary>The names of all values, those among them that have no effect as they are.</summary>
    public static IEnumerable<string> Names(TorchDeclaration declaration) =>
        [.. Of(declaration).Select(value => value.Name), .. Properties(declaration.Training).Select(property => property.Name)];

    private static bool Holds(TrainingSettings training, string name) => name switch
    {
        nameof(TrainingSettings.Epochs) => training.Batches == 0,
        nameof(TrainingSettings.Batches) => training.Batches > 0,
        nameof(TrainingSettings.DecayFactor) => training.DecayRounds > 0,
        nameof(TrainingSettings.Threads) => training.Threads > 0,
        _ => true,
    };

    // A record's own values follow those of its base, as its constructor has them.
    private static IEnumerable<PropertyInfo> Properties(object settings) => settings.GetType()
        .GetProperties()
        .OrderBy(property => property.DeclaringType == settings.GetType());

    private static string Text(object? value) => value switch
    {
        true => "true",
        false => "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
