namespace CoLearn.Exchange;

/// <summary>How long a silo keeps weights.</summary>
public sealed class WeightsOptions
{
    internal const int DefaultKeptAccepts = 10;

    /// <summary>How many of a collective's last accepted weights stay.</summary>
    /// <value>10 by default; at least 1.</value>
    public int KeptAccepts { get; set; } = DefaultKeptAccepts;
}
