using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CoLearn.Endpoint;

/// <summary>The secret that opens the weights of a silo; without one there is nothing to open.</summary>
internal sealed class ClusterKey(IOptions<CoLearnEndpointOptions> options)
{
    private const string Scheme = "Bearer";

    private readonly byte[]? digest = options.Value.ClusterKey is { } key ? Digest(key) : null;

    public bool IsSet => digest is not null;

    /// <summary>Takes as long for any wrong key: digests of equal length are compared.</summary>
    public bool Opens(StringValues authorization)
        => digest is null
            || (AuthenticationHeaderValue.TryParse(authorization, out var header)
                && header is { Scheme: Scheme, Parameter: { } sent }
                && CryptographicOperations.FixedTimeEquals(digest, Digest(sent)));

    public void Show(HttpRequestHeaders headers)
    {
        if (options.Value.ClusterKey is { } key)
            headers.Authorization = new(Scheme, key);
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
