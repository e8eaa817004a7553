namespace CoLearn;

/// <summary>The grain storages of collectives.</summary>
internal static class StorageNames
{
    /// <summary>What all silos share.</summary>
    public const string CoLearn = "colearn";

    /// <summary>What learners note beside their site's weights: in that storage, too, but where both are in memory.</summary>
    public const string Notes = "colearn-notes";
}
