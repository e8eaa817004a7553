namespace CoLearn.Examples.Mnist;

/// <summary>What the collective is compared with: each learner alone on its own digits, as a collective of one, which always accepts.</summary>
internal sealed class Baseline(LocalCollective local, ExampleOptions options, Action<string> progress)
{
    public async Task<BaselineResult> RunAsync<TModel>(CancellationToken cancellation)
        where TModel : ILearnerModel
    {
        // As much training in all as the collective has: its rounds, dealt out.
        var share = (options.Rounds + local.Learners.Count - 1) / local.Learners.Count;
        var alone = new Dictionary<string, (Weights SameTotal, Weights SameEach)>();
        var width = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        await Parallel.ForEachAsync(local.Learners, width, async (learner, stop) =>
        {
            var weights = await TrainAsync(learner, share, stop);
            lock (alone)
            {
                alone[learner] = weights;
                progress($"{learner} has trained alone ({alone.Count} of {local.Learners.Count}).");
            }
        });

        var status = await local.Collective.StatusAsync(cancellation);
        using var union = await UnionOfTests.LoadAsync<TModel>(status, LocalStart.Options(options), cancellation);
        return new BaselineResult(
            new BaselineTraining(share, [.. local.Learners.Select(learner => union.Score(learner, alone[learner].SameTotal, cancellation))]),
            new BaselineTraining(options.Rounds, [.. local.Learners.Select(learner => union.Score(learner, alone[learner].SameEach, cancellation))]));
    }

    private async Task<(Weights SameTotal, Weights SameEach)> TrainAsync(string learner, int share, CancellationToken cancellation)
    {
        var alone = await local.CreateAsync($"alone-{learner}", [learner], cancellation);
        try
        {
            await RunAsync(alone, share, cancellation);
            var sameTotal = await alone.WeightsAsync(cancellation);
            await RunAsync(alone, options.Rounds - share, cancellation);
            return (sameTotal, await alone.WeightsAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // Returns when nothing of it runs any more.
            await alone.CancelAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task RunAsync(Collective alone, int rounds, CancellationToken cancellation)
    {
        await foreach (var round in alone.RunAsync(rounds, cancellation))
        {
            if (round.Outcome == Outcome.Failed)
                throw new CollectiveException($"Collective '{alone.Id}' failed in round {round.Index}: {round.Facts.Reason}");
        }
    }
}
