namespace CoLearn.Exchange;

/// <summary>How long a silo keeps weights.</summary>
public sealed class WeightsOptions
{
    internal const int DefaultKeptAccepts = 10;

    /// <summary>How many of a collective's last accepted weights stay.</summary>
    /// <value>10 by default; at least 1.</value>
    public int KeptAccepts { get; set; } = DefaultKeptAccepts;

    /// <summary>
    /// How much of what is kept elsewhere, in files or on other silos, stays in memory for its next use, in bytes. The last used weights always stay, and
    /// what is in use takes its own memory. A silo without a directory keeps all that it holds in memory.
    /// </summary>
    /// <value>1 GiB by default; at least 0.</value>
    public long CacheBytes { get; set; } = 1L << 30;
}
