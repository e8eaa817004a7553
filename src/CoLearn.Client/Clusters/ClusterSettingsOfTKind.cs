using System.Net;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Clusters;

/// <summary>How a silo or a client finds its cluster.</summary>
/// <typeparam name="TKind">What a kind is for it.</typeparam>
/// <param name="Kind">The way.</param>
/// <param name="Section">What the way itself reads.</param>
/// <param name="ClusterId">The cluster's id.</param>
/// <param name="ServiceId">The service's id.</param>
/// <param name="SiloPort">For other silos.</param>
/// <param name="GatewayPort">For clients.</param>
/// <param name="Address">Where others reach the silo; <see langword="null"/> for what Orleans finds out.</param>
/// <param name="Listen">Where the silo listens; <see langword="null"/> for where others reach it.</param>
internal sealed record ClusterSettings<TKind>(
    TKind Kind, IConfiguration Section, string ClusterId, string ServiceId, int SiloPort, int GatewayPort, IPAddress? Address, IPAddress? Listen)
    where TKind : class, IClusterKind
{
    /// <summary>Reads them.</summary>
    /// <param name="section">The section <c>CoLearn:Cluster</c>.</param>
    /// <param name="kinds">The kinds that there are; the first one stands in where there is none of that name.</param>
    /// <param name="redis">What a program without the kind 'redis' would have to say.</param>
    /// <param name="usual">The kind that is used where none is named.</param>
    /// <param name="reader">Takes what is wrong.</param>
    public static ClusterSettings<TKind> Read(IConfigurationSection section, IReadOnlyList<TKind> kinds, string redis, string usual, SectionReader reader)
    {
        var name = SectionReader.Text(section, "Kind") ?? usual;
        var kind = kinds.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (kind is not null)
        {
            reader.RequireKnown(section, [.. ClusterSettings.Keys, .. kind.Keys]);
            reader.Add(kind.Mistakes(section));
        }
        else
        {
            var way = name.Equals("redis", StringComparison.OrdinalIgnoreCase)
                ? $"the program would have to reference CoLearn.Orleans.Redis and to say '{redis}'"
                : $"use {string.Join(" or ", kinds.Select(known => $"'{known.Name}'").Order(StringComparer.Ordinal))}";
            reader.Add($"{SectionReader.At(section, "Kind")} is '{name}', which this program does not have; {way}.");
        }

        IPAddress? address = null, listen = null;
        if (SectionReader.Text(section, "Address") is { } host && (address = HostAddress.Of(host)) is null)
            reader.Add($"{SectionReader.At(section, "Address")} is '{host}', but must be an IP address, or a host name that has one, at which others reach this silo.");
        if (SectionReader.Text(section, "Listen") is { } text && !IPAddress.TryParse(text, out listen))
            reader.Add($"{SectionReader.At(section, "Listen")} is '{text}', but must be an IP address of this machine, or '0.0.0.0' for all of them.");
        var siloPort = reader.Whole(section, "SiloPort", ClusterSettings.UsualSiloPort, ushort.MaxValue);
        var gatewayPort = reader.Whole(section, "GatewayPort", ClusterSettings.UsualGatewayPort, ushort.MaxValue);
        if (siloPort == gatewayPort)
            reader.Add($"{SectionReader.At(section, "SiloPort")} and {SectionReader.At(section, "GatewayPort")} are both {siloPort}; each needs a port of its own.");
        return new(
            kind ?? kinds[0],
            section,
            SectionReader.Text(section, "ClusterId") ?? "default",
            SectionReader.Text(section, "ServiceId") ?? "default",
            siloPort,
            gatewayPort,
            address ?? (kind?.Name == ClusterSettings.Localhost ? IPAddress.Loopback : null),
            listen);
    }
}
