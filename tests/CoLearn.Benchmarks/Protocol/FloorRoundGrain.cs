using Orleans.Concurrency;

namespace CoLearn.Benchmarks.Protocol;

/// <summary>Counts reports, and saves nothing.</summary>
[Reentrant]
internal sealed class FloorRoundGrain : Grain, IFloorRoundGrain
{
    private IFloorLearnerGrain[] learners = [];
    private TaskCompletionSource done = new();
    private int waiting;

    public async Task Run(int count)
    {
        if (learners.Length != count)
            learners = [.. Enumerable.Range(0, count).Select(learner => GrainFactory.GetGrain<IFloorLearnerGrain>(learner))];
        await AllAsync(learner => learner.Vote(this.GetPrimaryKeyLong()));
        await AllAsync(learner => learner.Accept(this.GetPrimaryKeyLong()));
    }

    public Task Voted(int learner) => Reported();

    public Task Confirmed(int learner) => Reported();

    private async Task AllAsync(Func<IFloorLearnerGrain, Task> ask)
    {
        (waiting, done) = (learners.Length, new());
        foreach (var learner in learners)
            ask(learner).Ignore();
        await done.Task;
    }

    private Task Reported()
    {
        if (--waiting == 0)
            done.SetResult();
        return Task.CompletedTask;
    }
}
