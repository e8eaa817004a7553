using Orleans.Placement;

namespace CoLearn.Benchmarks.Protocol;

/// <summary>Spread over the silos, as learners are.</summary>
[HashBasedPlacement]
internal sealed class FloorLearnerGrain : Grain, IFloorLearnerGrain
{
    public Task Vote(long round)
    {
        GrainFactory.GetGrain<IFloorRoundGrain>(round).Voted((int)this.GetPrimaryKeyLong()).Ignore();
        return Task.CompletedTask;
    }

    public Task Accept(long round)
    {
        GrainFactory.GetGrain<IFloorRoundGrain>(round).Confirmed((int)this.GetPrimaryKeyLong()).Ignore();
        return Task.CompletedTask;
    }
}
