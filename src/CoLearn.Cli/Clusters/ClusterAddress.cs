using System.Globalization;

namespace CoLearn.Clusters;

/// <summary>Where a cluster is found.</summary>
/// <param name="Host">A name or an IP address.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="IsRedis">Whether a Redis is there, in which the cluster's silos are listed; else one of the silos' gateways is.</param>
internal sealed record ClusterAddress(string Host, int Port, bool IsRedis)
{
    private const string RedisScheme = "redis://";

    /// <summary>Reads <c>host:port</c> or <c>redis://host:port</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address; <see langword="null"/> where it is none.</returns>
    public static ClusterAddress? Parse(string text)
    {
        var isRedis = text.StartsWith(RedisScheme, StringComparison.OrdinalIgnoreCase);
        var rest = (isRedis ? text[RedisScheme.Length..] : text).TrimEnd('/');
        var colon = rest.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is 0 or > ushort.MaxValue)
            return null;
        var host = rest[..colon];
        // An IPv6 address stands in brackets.
        if (host is ['[', .. var address, ']'])
            host = address;
        return Uri.CheckHostName(host) == UriHostNameType.Unknown ? null : new(host, port, isRedis);
    }

    /// <summary><c>host:port</c>, an IPv6 address in brackets.</summary>
    public string ToEndpoint() => FormattableString.Invariant($"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    public override string ToString() => $"{(IsRedis ? RedisScheme : "")}{ToEndpoint()}";
}
