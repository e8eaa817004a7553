using Microsoft.Extensions.Options;

namespace CoLearn.Learners;

/// <summary>Reports all mistakes in <see cref="ComputeOptions"/> at once.</summary>
internal sealed class ComputeOptionsValidator : IValidateOptions<ComputeOptions>
{
    public ValidateOptionsResult Validate(string? name, ComputeOptions options)
    {
        var mistakes = new List<string>();
        Require(options.Slots, nameof(options.Slots));
        Require(options.TrainingThreads, nameof(options.TrainingThreads), least: 0);
        Require(options.EvaluationThreads, nameof(options.EvaluationThreads));
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Require(int value, string property, int least = 1)
        {
            if (value < least)
                mistakes.Add($"ComputeOptions.{property} is {value}; it must be at least {least}.");
        }
    }
}
