using CoLearn.Averaging;
using CoLearn.Exchange;
using CoLearn.Learners;
using CoLearn.Screening;

namespace CoLearn.Rounds;

/// <summary>Looks at candidates before any learner spends time on them, and makes of them what is voted on.</summary>
internal sealed class Screener(IWeightsStore store, HostedLearners hosted, ComputeQueue compute)
{
    /// <summary>What is voted on, <see langword="null"/> for nothing, and the candidates that were refused.</summary>
    public async Task<(Proposal? Proposal, IReadOnlyList<Candidate> Refused)> ScreenAsync(RoundState state)
    {
        var start = state.Start!;
        var accepted = start.AcceptedHash is { } hash ? await store.GetAsync(new WeightsNeed(new(start.Collective, start.Index - 1), hash, start.MaxBytes, Accepted: true)) : null;
        var refused = new List<Candidate>();
        var passed = new List<(Candidate Candidate, Weights Weights)>();
        foreach (var candidate in state.Candidates.Values.Where(candidate => candidate.IsUsable))
        {
            var weights = await store.GetAsync(new WeightsNeed(new(start.Collective, start.Index), candidate.Proposal!.WeightsHash, start.MaxBytes));
            if (weights is null)
                refused.Add(candidate.Refused(RoundFailure.ProposalMissing, "its weights cannot be had where the round runs"));
            else if (await Task.Run(() => Problem(start, weights, accepted)) is { } problem)
                refused.Add(candidate.Refused(problem.Failure, problem.Problem));
            else
                passed.Add((candidate, weights));
        }

        if (passed.Count <= 1 || !state.IsAverage)
            return (passed.Select(one => one.Candidate.Proposal).FirstOrDefault(), refused);

        var mean = await compute.RunAsync((_, _) => Mean(start.Rule, passed), CancellationToken.None);
        if (await Task.Run(() => Problem(start, mean, accepted)) is { } unfit)
            return (null, [.. refused, .. passed.Select(one => one.Candidate.Refused(unfit.Failure, $"with it the average cannot be used: {unfit.Problem}"))]);
        await store.PutAsync(new(start.Collective, start.Index), mean);
        var learners = string.Join(", ", passed.Select(one => one.Candidate.Learner));
        var examples = passed.Sum(one => (long)Math.Max(1, one.Candidate.Proposal!.TrainExamples));
        return (new(learners, mean.Hash, mean.Format, mean.Bytes.Length, (int)Math.Min(examples, int.MaxValue), start.Fingerprint), refused);
    }

    private static Weights Mean(CollectiveRule rule, IEnumerable<(Candidate Candidate, Weights Weights)> passed)
        => WeightsAverage.Of(
            [.. passed.Select(one => new ContributedWeights(one.Candidate.Learner, one.Weights, one.Candidate.Proposal!.TrainExamples))],
            rule.MaxExamples > 0 ? rule.MaxExamples : null);

    /// <summary>Tensors are looked at whole; other formats by who knows them, and each learner looks before it uses them.</summary>
    private ScreenResult? Problem(RoundStart start, Weights weights, Weights? accepted)
    {
        if (start.Format == Weights.SafeTensors)
        {
            var bounds = new ScreenBounds(start.MaxBytes, start.Rule.MaxNorm > 0 ? start.Rule.MaxNorm : null, start.Rule.MaxDistance > 0 ? start.Rule.MaxDistance : null);
            return Screen.Problem(weights, accepted, start.Fingerprint, bounds);
        }

        return hosted.All.FirstOrDefault(learner => learner.Definition.Name == start.Model)?.Definition.Format.Refusal(weights) is { } problem
            ? ScreenResult.Of(RoundFailure.ProposalUnreadable, problem)
            : null;
    }
}
