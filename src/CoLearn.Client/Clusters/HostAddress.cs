using System.Net;
using System.Net.Sockets;

namespace CoLearn.Clusters;

/// <summary>An address as somebody writes it: in digits, or as a host's name.</summary>
internal static class HostAddress
{
    /// <summary>The IP address; of a name with several the first of IPv4, as Orleans prefers.</summary>
    /// <returns><see langword="null"/> where the name has none.</returns>
    public static IPAddress? Of(string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return address;
        try
        {
            return Dns.GetHostAddresses(text).OrderBy(found => found.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).FirstOrDefault();
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            return null;
        }
    }
}
