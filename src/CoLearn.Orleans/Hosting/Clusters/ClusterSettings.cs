using System.Net;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Hosting;

/// <summary>How a silo finds its cluster.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Section">What the way itself reads.</param>
/// <param name="ClusterId">The cluster's id.</param>
/// <param name="ServiceId">The service's id.</param>
/// <param name="SiloPort">For other silos.</param>
/// <param name="GatewayPort">For clients.</param>
/// <param name="Address">Where others reach this silo; <see langword="null"/> for what Orleans finds out.</param>
/// <param name="Listen">Where it listens; <see langword="null"/> for where others reach it.</param>
internal sealed record ClusterSettings(
    ClusterKind Kind, IConfiguration Section, string ClusterId, string ServiceId, int SiloPort, int GatewayPort, IPAddress? Address, IPAddress? Listen)
{
    public const int UsualSiloPort = 11_111;
    public const int UsualGatewayPort = 30_000;
}
