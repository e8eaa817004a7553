namespace CoLearn.Benchmarks.Protocol;

/// <summary>What a learner is without a protocol: it reports what it is asked for at once.</summary>
[Alias("colearn.benchmarks.IFloorLearnerGrain")]
internal interface IFloorLearnerGrain : IGrainWithIntegerKey
{
    [Alias("Vote")]
    Task Vote(long round);

    [Alias("Accept")]
    Task Accept(long round);
}
