using Microsoft.Extensions.Options;

namespace CoLearn.Exchange;

/// <summary>Reports a mistake in <see cref="WeightsOptions"/>.</summary>
internal sealed class WeightsOptionsValidator : IValidateOptions<WeightsOptions>
{
    public ValidateOptionsResult Validate(string? name, WeightsOptions options) => options.KeptAccepts >= 1
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"WeightsOptions.KeptAccepts is {options.KeptAccepts}; it must be at least 1.");
}
