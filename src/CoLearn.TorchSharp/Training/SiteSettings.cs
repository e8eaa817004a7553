using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Training;

/// <summary>The values that a site may set for itself.</summary>
internal static class SiteSettings
{
    public static TorchDeclaration Apply(TorchDeclaration declaration, LearnerContext context, IConfiguration configuration)
    {
        var mistakes = new List<string>();
        var batchSize = WholeNumber(configuration, "BatchSize", mistakes);
        var epochs = WholeNumber(configuration, "Epochs", mistakes);
        var batches = WholeNumber(configuration, "Batches", mistakes);
        var learningRate = LearningRate(configuration, mistakes);
        if (epochs is not null && batches is not null)
            mistakes.Add("Epochs and Batches are both set, but only one of them can hold");
        if (mistakes.Count > 0)
            throw new LearnerDataException($"The settings of learner '{context.Learner}' cannot be used: {string.Join("; ", mistakes)}.");

        var training = declaration.Training;
        return declaration with
        {
            Optimizer = declaration.Optimizer with { LearningRate = learningRate ?? declaration.Optimizer.LearningRate },
            Training = training with
            {
                BatchSize = batchSize ?? training.BatchSize,
                Epochs = epochs ?? training.Epochs,
                Batches = epochs is not null ? 0 : batches ?? training.Batches,
            },
        };
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
