using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CoLearn.Endpoint;

/// <summary>Reports all mistakes in <see cref="CoLearnEndpointOptions"/> at once; the key itself is never shown.</summary>
internal sealed class CoLearnEndpointOptionsValidator : IValidateOptions<CoLearnEndpointOptions>
{
    public ValidateOptionsResult Validate(string? name, CoLearnEndpointOptions options)
    {
        var mistakes = new List<string>();
        var address = Parse(options.Url);
        if (address is null)
            mistakes.Add($"{CoLearnEndpointOptions.Section}:Url is '{options.Url}'; it must be an address such as http://127.0.0.1:0 or https://0.0.0.0:5443.");
        else if (options.ClusterKey is null && !IsLoopback(address.Host))
            mistakes.Add($"Anybody could fetch this silo's weights at {options.Url}; set {CoLearnEndpointOptions.Section}:ClusterKey to one secret on all silos, or let Url be a loopback address such as http://127.0.0.1:0.");
        if (options.ClusterKey is { } key && !IsKey(key))
            mistakes.Add($"{CoLearnEndpointOptions.Section}:ClusterKey cannot be used; it must have at least {CoLearnEndpointOptions.ShortestKey} visible ASCII characters and no spaces.");
        if (options.Advertised is { } advertised && !(Uri.TryCreate(advertised, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            mistakes.Add($"{CoLearnEndpointOptions.Section}:Advertised is '{advertised}'; it must be an address such as http://10.0.0.5:5080.");
        if (options.Transfers < 1)
            mistakes.Add($"{CoLearnEndpointOptions.Section}:Transfers is {options.Transfers}; it must be at least 1.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static BindingAddress? Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { Scheme: "http" or "https", IsUnixPipe: false, IsNamedPipe: false, PathBase: "" } ? address : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsLoopback(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsKey(string key) => key.Length >= CoLearnEndpointOptions.ShortestKey && key.All(letter => letter is > ' ' and <= '~');
}
