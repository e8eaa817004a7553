using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Training;

/// <summary>A declaration with the values that a site sets for itself, and what they come to. Nothing else reads these values.</summary>
internal sealed record SiteSettings(TorchDeclaration Declaration, LearnerSettings Settings)
{
    private static readonly string[] Settable = ["BatchSize", "Epochs", "Batches", "LearningRate", "Threads"];

    public static SiteSettings Read(TorchDeclaration declaration, IConfiguration configuration)
    {
        var mistakes = new List<string>();
        var batchSize = WholeNumber(configuration, "BatchSize", mistakes);
        var epochs = WholeNumber(configuration, "Epochs", mistakes);
        var batches = WholeNumber(configuration, "Batches", mistakes);
        var learningRate = LearningRate(configuration, mistakes);
        var threads = WholeNumber(configuration, "Threads", mistakes);
        if (epochs is not null && batches is not null)
            mistakes.Add("Epochs and Batches are both set, but only one of them can hold; leave one of them out");
        mistakes.AddRange(configuration.GetChildren().Select(setting => OtherMistake(declaration, setting)).OfType<string>());

        var training = declaration.Training;
        var site = declaration with
        {
            Optimizer = declaration.Optimizer with { LearningRate = learningRate ?? declaration.Optimizer.LearningRate },
            Training = training with
            {
                BatchSize = batchSize ?? training.BatchSize,
                Epochs = epochs ?? training.Epochs,
                Batches = epochs is not null ? 0 : batches ?? training.Batches,
                Threads = threads ?? training.Threads,
            },
        };
        return new(site, new([.. EffectiveValues.Of(site)], mistakes));
    }

    // Whatever is neither a value of the declaration nor nearly one of the site's is the data's.
    private static string? OtherMistake(TorchDeclaration declaration, IConfigurationSection setting)
    {
        if (setting.Value is not { Length: > 0 } value || Settable.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            return null;
        if (EffectiveValues.Names(declaration).Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            return $"{setting.Key} is set to '{value}', but the model's attributes declare it for all sites; a site sets {string.Join(", ", Settable[..^1])} or {Settable[^1]}";
        return Spelling.Nearest(setting.Key, Settable) is { } meant
            ? $"{setting.Key} is set to '{value}', but no setting has this name; write {meant}"
            : null;
    }

    private static int? WholeNumber(IConfiguration configuration, string key, List<string> mistakes)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 1)
            return number;

        mistakes.Add($"{key} is '{text}', but must be a whole number of at least 1");
        // Set all the same, so that a value that is wrong still counts as set.
        return 1;
    }

    private static double? LearningRate(IConfiguration configuration, List<string> mistakes)
    {
        if (configuration["LearningRate"] is not { Length: > 0 } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number > 0)
            return number;

        mistakes.Add($"LearningRate is '{text}', but must be a number greater than 0");
        return null;
    }
}
