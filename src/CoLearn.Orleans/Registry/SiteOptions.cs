namespace CoLearn.Registry;

/// <summary>Which site this silo is.</summary>
internal sealed class SiteOptions
{
    public string Site { get; set; } = "local";
}
