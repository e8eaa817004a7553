namespace CoLearn;

/// <summary>Packs and builds once for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class SeparateSolutionFixture : ICollectionFixture<SeparateSolution>
{
    public const string Name = "separate solution";
}
