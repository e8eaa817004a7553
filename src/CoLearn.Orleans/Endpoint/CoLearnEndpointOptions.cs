using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CoLearn;

/// <summary>
/// Where a silo serves the weights that it holds to the other silos, and its health to whoever asks. The section <c>CoLearn:Endpoint</c> of the host's
/// configuration wins over what the program sets.
/// </summary>
public sealed class CoLearnEndpointOptions
{
    internal const string Section = "CoLearn:Endpoint";
    internal const int ShortestKey = 16;

    /// <summary>
    /// The address to listen at: <c>http</c> or <c>https</c>, a host or IP address, and a port, 0 for a free one. Anything but a loopback address needs a
    /// <see cref="ClusterKey"/>. The certificate for <c>https</c> is Kestrel's default one: <c>CoLearn:Endpoint:Kestrel:Certificates:Default</c> with
    /// <c>Path</c> and <c>Password</c> or <c>KeyPath</c>, or what <see cref="ConfigureKestrel"/> sets.
    /// </summary>
    /// <value><c>http://127.0.0.1:0</c> by default, which only silos on the same machine reach.</value>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>What other silos call it, where that differs: behind a port mapping, or by a name that its certificate has.</summary>
    /// <value><see langword="null"/> by default: <see cref="Url"/> with the port that was taken, and the silo's own IP address where it listens at all of them.</value>
    public string? Advertised { get; set; }

    /// <summary>
    /// The secret that silos of the cluster share: who does not send it gets no weights. It travels as it is, so that between machines it needs a private
    /// network or <c>https</c>. It is never logged. Health can be asked without it.
    /// </summary>
    /// <value><see langword="null"/> by default: loopback only. At least 16 visible ASCII characters without spaces.</value>
    public string? ClusterKey { get; set; }

    /// <summary>How many weights are sent at a time; who asks for more is answered 503, and finds another silo that holds them or asks again.</summary>
    /// <value>4 by default; at least 1.</value>
    public int Transfers { get; set; } = 4;

    /// <summary>Sets Kestrel further, such as its certificates. Not used where the program's own application serves (<c>MapCoLearn</c>).</summary>
    /// <value>Nothing by default.</value>
    public Action<KestrelServerOptions>? ConfigureKestrel { get; set; }

    /// <summary>Sets how weights are fetched from other silos, such as which certificates are trusted.</summary>
    /// <value>Nothing by default: no proxy, no redirects, certificates that the machine trusts.</value>
    public Action<SocketsHttpHandler>? ConfigureClient { get; set; }
}
