using Microsoft.Extensions.Options;

namespace CoLearn.Exchange;

/// <summary>Reports all mistakes in <see cref="WeightsOptions"/> at once.</summary>
internal sealed class WeightsOptionsValidator : IValidateOptions<WeightsOptions>
{
    public ValidateOptionsResult Validate(string? name, WeightsOptions options)
    {
        var mistakes = new List<string>();
        if (options.KeptAccepts < 1)
            mistakes.Add($"WeightsOptions.KeptAccepts is {options.KeptAccepts}; it must be at least 1.");
        if (options.CacheBytes < 0)
            mistakes.Add($"WeightsOptions.CacheBytes is {options.CacheBytes}; it must be at least 0.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
