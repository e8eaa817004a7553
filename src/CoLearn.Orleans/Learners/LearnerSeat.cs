using CoLearn.Exchange;
using CoLearn.Rounds;
using CoLearn.Telemetry;

namespace CoLearn.Learners;

/// <summary>
/// A learner that has joined: its algorithm with its data, its rule, and the reference scores it remembers. One piece of work at a time, off the grain's scheduler.
/// </summary>
internal sealed class LearnerSeat : IDisposable
{
    private readonly ILearner learner;
    private readonly IWeightsFormat format;
    private readonly LearnerContext context;
    private readonly CollectiveRule rule;
    private readonly LearnerServices services;
    private readonly Dictionary<string, Reference> remembered = [];

    private LearnerSeat(ILearner learner, IWeightsFormat format, LearnerContext context, CollectiveRule rule, LearnerServices services, JoinReport report)
    {
        this.learner = learner;
        this.format = format;
        this.context = context;
        this.rule = rule;
        this.services = services;
        Report = report;
    }

    /// <summary>What the learner says of itself.</summary>
    public JoinReport Report { get; }

    /// <summary>How often it evaluated weights.</summary>
    public long Evaluations { get; private set; }

    /// <summary>Loads the learner's data, where this silo hosts it.</summary>
    public static async Task<LearnerSeat> TakeAsync(LearnerDefinition definition, JoinRequest request, LearnerServices services, CancellationToken cancellation)
    {
        var hosted = services.Hosted.Find(request.Model, request.Learner)
            ?? throw new LearnerDataException($"Learner '{request.Learner}' of model '{request.Model}' is not hosted on this silo; name it in Host<TModel>(\"{request.Learner}\", settings).");
        var rule = request.Rule ?? definition.Rule;
        var context = new LearnerContext(request.Collective, request.Learner, request.Model, request.Seed) { VoteExamples = rule.VoteExamples };
        var learner = await services.Readiness.LoadAsync(() => services.Compute.RunAsync((_, token) => hosted.Definition.LoadAsync(context, hosted.Settings, token).GetAwaiter().GetResult(), cancellation));
        var format = definition.Format;
        // As an array: what else a definition may take for a list cannot be read again once it is stored.
        var settings = definition.ReadSettings(hosted.Settings).Values.ToArray();
        var report = new JoinReport(request.Learner, null, format.Fingerprint, rule, learner.Data, format.Name, format.MaxBytes, settings);
        return new(learner, format, context, rule, services, report);
    }

    public async Task<Weights> ProposeAsync(ProposeRequest request, string? traceParent, CancellationToken cancellation)
    {
        var from = request.AcceptedHash is { } hash ? await HeldAsync(Accepted(hash, request.Work.Round)).ConfigureAwait(false) : null;
        var threads = services.Compute.Options.ThreadsOf(SideBySide());
        return await services.Compute.RunAsync(
            (slot, token) =>
            {
                using var span = Instruments.Begin(TelemetryNames.Train, traceParent, context.Collective, request.Work.Round, context.Learner);
                var at = new RoundContext(context, request.Work.Round, rule, slot, threads, token);
                var weights = from is null ? learner.InitialWeights(at) : learner.ProposeWeights(from, at);
                return format.Refusal(weights) is { } problem ? throw new InvalidOperationException($"The weights that it made cannot be used: {problem}.") : weights;
            },
            cancellation,
            threads).ConfigureAwait(false);
    }

    /// <summary>Begins to fetch a proposal that is still screened elsewhere. Where that fails, it is fetched when it is needed.</summary>
    public void Expect(int round, string proposalHash) => services.Weights.GetAsync(Proposed(round, proposalHash)).AsTask().Ignore();

    public async Task<Vote> VoteAsync(VoteRequest request, string? traceParent, CancellationToken cancellation)
    {
        var proposal = await HeldAsync(Proposed(request.Work.Round, request.ProposalHash)).ConfigureAwait(false);
        var reference = request.Elector ? await ReferenceAsync(request, traceParent, cancellation).ConfigureAwait(false) : null;
        var scores = await TestAsync(proposal, request.Work.Round, traceParent, cancellation);
        Remember(request.ProposalHash, scores);

        var answer = request.Elector ? VotingRule.Decide(rule, reference, scores) : VoteAnswer.None;
        var reason = double.IsFinite(scores.Vote) ? null : $"Its {rule.Criterion} on the proposal is not a finite number.";
        return new(context.Learner, request.Elector, answer, scores.Vote, scores.Loss, scores.Test, learner.Data.VoteSetHash, reason);
    }

    public void Dispose() => (learner as IDisposable)?.Dispose();

    /// <summary>The score to beat: as last recorded, or remembered, or else evaluated once.</summary>
    private async Task<Reference?> ReferenceAsync(VoteRequest request, string? traceParent, CancellationToken cancellation)
    {
        if (request.AcceptedHash is not { } accepted)
            return null;
        foreach (var known in new[] { request.Reference, remembered.GetValueOrDefault(accepted) })
        {
            if (known is not null && known.WeightsHash == accepted && known.VoteSetHash == learner.Data.VoteSetHash && known.Criterion == rule.Criterion)
                return known;
        }

        var weights = await HeldAsync(Accepted(accepted, request.Work.Round)).ConfigureAwait(false);
        return Remember(accepted, await TestAsync(weights, request.Work.Round, traceParent, cancellation).ConfigureAwait(false));
    }

    private async Task<Scores> TestAsync(Weights weights, int round, string? traceParent, CancellationToken cancellation)
    {
        var scores = await services.Compute.RunAsync(
            (slot, token) =>
            {
                using var span = Instruments.Begin(TelemetryNames.Evaluate, traceParent, context.Collective, round, context.Learner);
                return learner.TestWeights(weights, new(context, round, rule, slot, services.Compute.Options.EvaluationThreads, token));
            },
            cancellation);
        Evaluations++;
        return scores;
    }

    /// <summary>How many contributors train at the same time here, where a proposal is an average.</summary>
    private int SideBySide()
    {
        if (rule.Strategy != Strategies.Average)
            return 1;
        var here = services.Hosted.All.Count(other => other.Definition.Name == context.Model);
        return Math.Max(1, Math.Min(services.Compute.Options.Slots, rule.Contributors > 0 ? Math.Min(rule.Contributors, here) : here));
    }

    private WeightsNeed Proposed(int round, string hash) => new(new(context.Collective, round), hash, format.MaxBytes);

    private WeightsNeed Accepted(string hash, int round) => new(new(context.Collective, round - 1), hash, format.MaxBytes, Accepted: true);

    private Reference Remember(string hash, Scores scores)
    {
        var reference = new Reference(hash, learner.Data.VoteSetHash, rule.Criterion, double.IsFinite(scores.Vote) ? scores.Vote : null, scores.Loss);
        if (remembered.Count > WeightsOptions.DefaultKeptAccepts)
            remembered.Clear();
        return remembered[hash] = reference;
    }

    /// <summary>Weights that the algorithm can be given: whoever made them may lie, so each blob is looked through before its first use.</summary>
    private async Task<Weights> HeldAsync(WeightsNeed need)
    {
        var weights = await services.Weights.GetAsync(need).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The weights {need.Hash.Short()} of collective '{context.Collective}' are not held on this silo, nor by one that it can reach.");
        return await services.LookedThrough.Refusal(format, weights).ConfigureAwait(false) is { } problem
            ? throw new InvalidOperationException($"The weights {need.Hash.Short()} of collective '{context.Collective}' cannot be used: {problem}.")
            : weights;
    }
}
