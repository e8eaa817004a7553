using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Clusters;

/// <summary>What the section <c>CoLearn:Cluster</c> has, for silos and clients alike.</summary>
internal static class ClusterSettings
{
    public const string Section = "CoLearn:Cluster";
    public const string Localhost = "localhost";
    public const string Own = "none";
    public const int UsualSiloPort = 11_111;
    public const int UsualGatewayPort = 30_000;

    /// <summary>The keys that each kind has.</summary>
    public static readonly string[] Keys = ["Kind", "ClusterId", "ServiceId", "SiloPort", "GatewayPort", "Address", "Listen"];

    /// <summary>Where one silo is, by <c>Address</c> and a port; on this machine where no address is named.</summary>
    /// <param name="section">The section, in which no mistakes are.</param>
    /// <param name="portKey">Which port.</param>
    /// <param name="usualPort">The port where none is named.</param>
    public static IPEndPoint Endpoint(IConfiguration section, string portKey, int usualPort) => new(
        SectionReader.Text(section, "Address") is { } address ? HostAddress.Of(address)! : IPAddress.Loopback,
        SectionReader.Text(section, portKey) is { } port ? int.Parse(port, CultureInfo.InvariantCulture) : usualPort);
}
