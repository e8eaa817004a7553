using System.Buffers;
using System.Text.Json;

namespace CoLearn.Ledger;

/// <summary>
/// The text of facts and rules, as it is hashed and as it stands in a ledger file: UTF-8 JSON with fixed property order, no blanks, and all but
/// plain ASCII escaped. Another property, order or spelling would change every hash.
/// </summary>
internal static class RecordText
{
    // A record has thousands of votes where a collective has thousands of learners.
    private static readonly JsonEncodedText Learner = JsonEncodedText.Encode("learner");
    private static readonly JsonEncodedText Elector = JsonEncodedText.Encode("elector");
    private static readonly JsonEncodedText Answer = JsonEncodedText.Encode("vote");
    private static readonly JsonEncodedText VoteScore = JsonEncodedText.Encode("voteScore");
    private static readonly JsonEncodedText VoteLoss = JsonEncodedText.Encode("voteLoss");
    private static readonly JsonEncodedText TestScore = JsonEncodedText.Encode("testScore");
    private static readonly JsonEncodedText VoteSetHash = JsonEncodedText.Encode("voteSetHash");
    private static readonly JsonEncodedText Reason = JsonEncodedText.Encode("reason");
    private static readonly JsonEncodedText Fault = JsonEncodedText.Encode("fault");

    public static ReadOnlySpan<byte> Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        return buffer.WrittenSpan;
    }

    public static void Write(Utf8JsonWriter json, RoundFacts facts)
    {
        json.WriteStartObject();
        json.WriteNumber("index", facts.Index);
        json.WriteString("ruleHash", facts.RuleHash);
        WriteNames(json, "proposers", facts.Proposers);
        WriteContributions(json, facts.Contributions);
        json.WriteString("proposalHash", facts.ProposalHash);
        json.WriteString("fingerprint", facts.Fingerprint);
        WriteNames(json, "electors", facts.Electors);
        WriteVotes(json, "votes", facts.Votes);
        json.WriteNumber("approvals", facts.Approvals);
        json.WriteString("outcome", Name(facts.Outcome));
        json.WriteString("failure", NameOf(facts.Failure));
        json.WriteString("reason", facts.Reason);
        WriteVotes(json, "lateVotes", facts.LateVotes);
        json.WriteString("previousHash", facts.PreviousHash);
        json.WriteEndObject();
    }

    private static void WriteContributions(Utf8JsonWriter json, IReadOnlyList<Contribution> contributions)
    {
        json.WriteStartArray("contributions");
        foreach (var contribution in contributions)
        {
            json.WriteStartObject();
            json.WriteString("learner", contribution.Learner);
            json.WriteString("weightsHash", contribution.WeightsHash);
            json.WriteNumber("trainExamples", contribution.TrainExamples);
            json.WriteString("failure", NameOf(contribution.Failure));
            json.WriteString("reason", contribution.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVotes(Utf8JsonWriter json, string name, IReadOnlyList<Vote> votes)
    {
        json.WriteStartArray(name);
        foreach (var vote in votes)
        {
            json.WriteStartObject();
            json.WriteString(Learner, vote.Learner);
            json.WriteBoolean(Elector, vote.Elector);
            json.WriteString(Answer, AnswerOf(vote));
            WriteScore(json, VoteScore, vote.VoteScore);
            WriteScore(json, VoteLoss, vote.VoteLoss);
            WriteScore(json, TestScore, vote.TestScore);
            json.WriteString(VoteSetHash, vote.VoteSetHash);
            json.WriteString(Reason, vote.Reason);
            json.WriteString(Fault, NameOf(vote.Fault));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, CollectiveRule rule)
    {
        json.WriteStartObject();
        json.WriteString("criterion", rule.Criterion);
        json.WriteBoolean("minimise", rule.Minimise);
        json.WriteString("ties", Name(rule.Ties));
        json.WriteNumber("minGain", rule.MinGain);
        json.WriteNumber("threshold", rule.Threshold);
        json.WriteNumber("voteExamples", rule.VoteExamples);
        json.WriteString("strategy", rule.Strategy);
        json.WriteString("proposerChoice", rule.ProposerChoice);
        json.WriteNumber("contributors", rule.Contributors);
        json.WriteNumber("maxExamples", rule.MaxExamples);
        json.WriteString("abstain", Name(rule.Abstain));
        json.WriteNumber("quorum", rule.Quorum);
        json.WriteNumber("proposeSeconds", rule.ProposeWithin.TotalSeconds);
        json.WriteNumber("voteSeconds", rule.VoteWithin.TotalSeconds);
        json.WriteNumber("graceSeconds", rule.Grace.TotalSeconds);
        json.WriteNumber("maxNorm", rule.MaxNorm);
        json.WriteNumber("maxDistance", rule.MaxDistance);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, RoundMeasurements measurements)
    {
        json.WriteStartObject();
        json.WriteString("started", measurements.Started);
        json.WriteNumber("proposeSeconds", measurements.ProposeSeconds);
        json.WriteNumber("voteSeconds", measurements.VoteSeconds);
        json.WriteNumber("acceptSeconds", measurements.AcceptSeconds);
        json.WriteNumber("wallSeconds", measurements.WallSeconds);
        json.WriteNumber("proposalBytes", measurements.ProposalBytes);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteScore(Utf8JsonWriter json, JsonEncodedText name, double? score)
    {
        if (score is { } value && double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    private static string? NameOf<T>(T? value)
        where T : struct, Enum
        => value is { } known ? Name(known) : null;

    public static string Name<T>(T value)
        where T : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>What most votes say is not spelled anew for each.</summary>
    private static string AnswerOf(Vote vote) => vote.Answer switch
    {
        VoteAnswer.Approve => "approve",
        VoteAnswer.Reject => "reject",
        var other => Name(other),
    };
}
