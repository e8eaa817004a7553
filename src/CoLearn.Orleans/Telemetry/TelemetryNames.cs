namespace CoLearn.Telemetry;

/// <summary>Every name that traces and metrics bear.</summary>
internal static class TelemetryNames
{
    public const string Source = "CoLearn";

    public const string OrleansRuntime = "Microsoft.Orleans.Runtime";
    public const string OrleansApplication = "Microsoft.Orleans.Application";
    public const string OrleansMeter = "Microsoft.Orleans";

    public const string Round = "colearn.round";
    public const string Propose = "colearn.propose";
    public const string Train = "colearn.train";
    public const string Vote = "colearn.vote";
    public const string Evaluate = "colearn.evaluate";
    public const string Accept = "colearn.accept";
    public const string Resume = "colearn.resume";

    public const string Collective = "colearn.collective";
    public const string RoundIndex = "colearn.round.index";
    public const string Learner = "colearn.learner";
    public const string Model = "colearn.model";
    public const string Outcome = "colearn.outcome";
    public const string Reason = "colearn.reason";
    public const string Proposer = "colearn.proposer";
    public const string WeightsHash = "colearn.weights.hash";
    public const string WeightsBytes = "colearn.weights.bytes";
    public const string VoteAnswer = "colearn.vote.answer";
    public const string VoteApprove = "colearn.vote.approve";
    public const string VoteScore = "colearn.vote.score";
    public const string TestScore = "colearn.test.score";
    public const string Approvals = "colearn.approvals";
    public const string Electors = "colearn.electors";

    public const string RoundDuration = "colearn.round.duration";
    public const string ProposeDuration = "colearn.propose.duration";
    public const string VoteDuration = "colearn.vote.duration";
    public const string WeightsSent = "colearn.weights.sent";
    public const string Votes = "colearn.votes";
}
