using System.Text.Json;

namespace CoLearn.Ledger;

/// <summary>Reads what <see cref="RecordText"/> writes, and nothing else.</summary>
internal static class RecordParser
{
    private static readonly string[] FactsNames =
    [
        "index", "ruleHash", "proposers", "contributions", "proposalHash", "fingerprint", "electors", "votes", "approvals",
        "outcome", "failure", "reason", "lateVotes", "previousHash",
    ];

    private static readonly string[] ContributionNames = ["learner", "weightsHash", "trainExamples", "failure", "reason"];

    private static readonly string[] VoteNames = ["learner", "elector", "vote", "voteScore", "voteLoss", "testScore", "voteSetHash", "reason", "fault"];

    private static readonly string[] RuleNames =
    [
        "criterion", "minimise", "ties", "minGain", "threshold", "voteExamples", "strategy", "proposerChoice", "contributors", "maxExamples",
        "abstain", "quorum", "proposeSeconds", "voteSeconds", "graceSeconds", "maxNorm", "maxDistance",
    ];

    private static readonly string[] MeasurementsNames = ["started", "proposeSeconds", "voteSeconds", "acceptSeconds", "wallSeconds", "proposalBytes"];

    public static RoundFacts Facts(ref Utf8JsonReader json)
    {
        var facts = new RoundFacts
        {
            Index = 0,
            RuleHash = "",
            Proposers = [],
            Fingerprint = "",
            Electors = [],
            Votes = [],
            Approvals = 0,
            Outcome = default,
            PreviousHash = "",
        };
        for (var fields = new Fields("'facts'", FactsNames); fields.Next(ref json, out var name);)
        {
            facts = name switch
            {
                "index" => facts with { Index = Values.Index(ref json, name) },
                "ruleHash" => facts with { RuleHash = Values.Text(ref json, name) },
                "proposers" => facts with { Proposers = Values.List(ref json, name, Values.Text) },
                "contributions" => facts with { Contributions = Values.List(ref json, name, Contribution) },
                "proposalHash" => facts with { ProposalHash = Values.OptionalText(ref json, name) },
                "fingerprint" => facts with { Fingerprint = Values.Text(ref json, name) },
                "electors" => facts with { Electors = Values.List(ref json, name, Values.Text) },
                "votes" => facts with { Votes = Values.List(ref json, name, Vote) },
                "approvals" => facts with { Approvals = Values.Whole(ref json, name) },
                "outcome" => facts with { Outcome = Values.Word<Outcome>(ref json, name) },
                "failure" => facts with { Failure = Values.OptionalWord<RoundFailure>(ref json, name) },
                "reason" => facts with { Reason = Values.OptionalText(ref json, name) },
                "lateVotes" => facts with { LateVotes = Values.List(ref json, name, Vote) },
                _ => facts with { PreviousHash = Values.Text(ref json, name) },
            };
        }

        return facts;
    }

    public static CollectiveRule Rule(ref Utf8JsonReader json)
    {
        var rule = new CollectiveRule();
        for (var fields = new Fields("'rule'", RuleNames); fields.Next(ref json, out var name);)
        {
            rule = name switch
            {
                "criterion" => rule with { Criterion = Values.Text(ref json, name) },
                "minimise" => rule with { Minimise = Values.Boolean(ref json, name) },
                "ties" => rule with { Ties = Values.Word<Ties>(ref json, name) },
                "minGain" => rule with { MinGain = Values.Number(ref json, name) },
                "threshold" => rule with { Threshold = Values.Number(ref json, name) },
                "voteExamples" => rule with { VoteExamples = Values.Whole(ref json, name) },
                "strategy" => rule with { Strategy = Values.Text(ref json, name) },
                "proposerChoice" => rule with { ProposerChoice = Values.Text(ref json, name) },
                "contributors" => rule with { Contributors = Values.Whole(ref json, name) },
                "maxExamples" => rule with { MaxExamples = Values.Whole(ref json, name) },
                "abstain" => rule with { Abstain = Values.Word<Abstain>(ref json, name) },
                "quorum" => rule with { Quorum = Values.Number(ref json, name) },
                "proposeSeconds" => rule with { ProposeWithin = Values.Seconds(ref json, name) },
                "voteSeconds" => rule with { VoteWithin = Values.Seconds(ref json, name) },
                "graceSeconds" => rule with { Grace = Values.Seconds(ref json, name) },
                "maxNorm" => rule with { MaxNorm = Values.Number(ref json, name) },
                _ => rule with { MaxDistance = Values.Number(ref json, name) },
            };
        }

        return rule;
    }

    public static RoundMeasurements Measurements(ref Utf8JsonReader json)
    {
        var measurements = new RoundMeasurements(default, 0, 0, 0, 0, 0);
        for (var fields = new Fields("'measurements'", MeasurementsNames); fields.Next(ref json, out var name);)
        {
            measurements = name switch
            {
                "started" => measurements with { Started = Values.Time(ref json, name) },
                "proposeSeconds" => measurements with { ProposeSeconds = Values.Number(ref json, name) },
                "voteSeconds" => measurements with { VoteSeconds = Values.Number(ref json, name) },
                "acceptSeconds" => measurements with { AcceptSeconds = Values.Number(ref json, name) },
                "wallSeconds" => measurements with { WallSeconds = Values.Number(ref json, name) },
                _ => measurements with { ProposalBytes = Values.Long(ref json, name) },
            };
        }

        return measurements;
    }

    private static Contribution Contribution(ref Utf8JsonReader json, string of)
    {
        var contribution = new Contribution("", null, 0);
        for (var fields = new Fields($"one of '{of}'", ContributionNames); fields.Next(ref json, out var name);)
        {
            contribution = name switch
            {
                "learner" => contribution with { Learner = Values.Text(ref json, name) },
                "weightsHash" => contribution with { WeightsHash = Values.OptionalText(ref json, name) },
                "trainExamples" => contribution with { TrainExamples = Values.Whole(ref json, name) },
                "failure" => contribution with { Failure = Values.OptionalWord<RoundFailure>(ref json, name) },
                _ => contribution with { Reason = Values.OptionalText(ref json, name) },
            };
        }

        return contribution;
    }

    private static Vote Vote(ref Utf8JsonReader json, string of)
    {
        var vote = new Vote("", false, default);
        for (var fields = new Fields($"one of '{of}'", VoteNames); fields.Next(ref json, out var name);)
        {
            vote = name switch
            {
                "learner" => vote with { Learner = Values.Text(ref json, name) },
                "elector" => vote with { Elector = Values.Boolean(ref json, name) },
                "vote" => vote with { Answer = Values.Word<VoteAnswer>(ref json, name) },
                "voteScore" => vote with { VoteScore = Values.OptionalNumber(ref json, name) },
                "voteLoss" => vote with { VoteLoss = Values.OptionalNumber(ref json, name) },
                "testScore" => vote with { TestScore = Values.OptionalNumber(ref json, name) },
                "voteSetHash" => vote with { VoteSetHash = Values.OptionalText(ref json, name) },
                "reason" => vote with { Reason = Values.OptionalText(ref json, name) },
                _ => vote with { Fault = Values.OptionalWord<VoteFault>(ref json, name) },
            };
        }

        return vote;
    }
}
