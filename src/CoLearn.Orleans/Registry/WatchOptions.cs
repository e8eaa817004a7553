namespace CoLearn;

/// <summary>How a silo watches over running collectives.</summary>
public sealed class WatchOptions
{
    /// <summary>How often it looks whether running collectives and their rounds are alive, and wakes those that are not.</summary>
    /// <value>2 seconds by default; longer than 0.</value>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(2);
}
