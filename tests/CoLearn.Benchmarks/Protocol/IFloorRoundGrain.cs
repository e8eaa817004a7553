namespace CoLearn.Benchmarks.Protocol;

/// <summary>What a round is without a protocol: as many messages.</summary>
[Alias("colearn.benchmarks.IFloorRoundGrain")]
internal interface IFloorRoundGrain : IGrainWithIntegerKey
{
    /// <summary>Asks each of so many learners to vote and, when all have, to accept.</summary>
    /// <returns>Completes when all have confirmed.</returns>
    [Alias("Run")]
    Task Run(int learners);

    [Alias("Voted")]
    Task Voted(int learner);

    [Alias("Confirmed")]
    Task Confirmed(int learner);
}
