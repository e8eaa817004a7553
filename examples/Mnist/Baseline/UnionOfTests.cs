using Microsoft.Extensions.Configuration;

namespace CoLearn.Examples.Mnist;

/// <summary>
/// All learners' test sets, to compare weights on the same digits. Only a baseline may have this: in a collective nobody but its learner sees
/// a test set.
/// </summary>
internal sealed class UnionOfTests : IDisposable
{
    private readonly OwnSlot slot = new();
    private readonly CollectiveStatus status;
    private readonly int threads;
    private readonly Dictionary<string, (LearnerContext Context, ILearner Learner)> learners = [];

    private UnionOfTests(CollectiveStatus status, int threads)
    {
        this.status = status;
        this.threads = threads;
    }

    /// <summary>Loads every learner's data as its silo did.</summary>
    public static async Task<UnionOfTests> LoadAsync<TModel>(CollectiveStatus status, LocalOptions options, CancellationToken cancellation)
        where TModel : ILearnerModel
    {
        var union = new UnionOfTests(status, options.Threads ?? Environment.ProcessorCount);
        foreach (var (index, learner) in status.Learners.Index())
        {
            var context = new LearnerContext(status.Collective, learner, TModel.Definition.Name, status.Seed)
            {
                VoteExamples = status.Rule!.VoteExamples,
            };
            var settings = new Dictionary<string, string?>(options.Settings)
            {
                ["Shard:Count"] = FormattableString.Invariant($"{status.Learners.Count}"),
                ["Shard:Index"] = FormattableString.Invariant($"{index}"),
            };
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
            union.learners[learner] = (context, await TModel.Definition.LoadAsync(context, configuration, cancellation));
        }

        return union;
    }

    /// <summary>Scores weights on one learner's test set and on all of them together.</summary>
    public BaselineScore Score(string learner, Weights weights, CancellationToken cancellation)
    {
        var scores = new List<(string Learner, double Score, int Examples)>();
        foreach (var (name, (context, tester)) in learners)
        {
            var tested = tester.TestWeights(weights, new RoundContext(context, Round: 0, status.Rule!, slot, threads, cancellation));
            if (tested.Test is { } score && tester.Data.TestExamples is { } size)
                scores.Add((name, score, size));
        }

        var own = scores.Where(score => score.Learner == learner).Select(score => (double?)score.Score).FirstOrDefault();
        var examples = scores.Sum(score => score.Examples);
        return new BaselineScore(learner, own, examples == 0 ? null : scores.Sum(score => score.Score * score.Examples) / examples);
    }

    public void Dispose()
    {
        foreach (var (_, learner) in learners.Values)
            (learner as IDisposable)?.Dispose();
        slot.Dispose();
    }
}
