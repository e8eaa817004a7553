namespace CoLearn.Registry;

/// <summary>A silo's entry in the registry: which site it is and whose learners it hosts.</summary>
/// <param name="Site">The site's id.</param>
/// <param name="Silo">The silo's address.</param>
/// <param name="Started">When the silo started; the newest start of a site wins.</param>
/// <param name="Learners">The learners it hosts, as <c>model/learner</c>.</param>
/// <param name="WeightsAddress">Where other silos fetch the weights that it holds, such as <c>http://10.0.0.5:5080</c>; <see langword="null"/> where it serves none, or not yet.</param>
[GenerateSerializer, Immutable, Alias("colearn.SiteEntry")]
public sealed record SiteEntry(
    [property: Id(0)] string Site,
    [property: Id(1)] SiloAddress Silo,
    [property: Id(2)] DateTimeOffset Started,
    [property: Id(3)] IReadOnlyList<string> Learners,
    [property: Id(4)] string? WeightsAddress = null)
{
    /// <summary>The models of the learners that it hosts.</summary>
    /// <value>Empty by default: a silo of an earlier version.</value>
    [Id(10)]
    public IReadOnlyList<SiteModel> Models { get; init; } = [];
}
