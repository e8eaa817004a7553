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
}
