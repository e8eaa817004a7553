namespace CoLearn;

/// <summary>The grain storage that all grains of collectives use.</summary>
internal static class StorageNames
{
    public const string CoLearn = "colearn";
}
