using System.Text;
using CoLearn.Collectives;
using CoLearn.Exchange;
using CoLearn.Learners;
using CoLearn.Registry;
using CoLearn.Rounds;

namespace CoLearn.Messages;

/// <summary>
/// The size of messages, from the lengths of their texts: to write a message only to measure it costs as much as to send it, and where a program starts, more: what
/// writes it has to be compiled first.
/// </summary>
internal static class MessageSize
{
    /// <summary>Numbers, and what says which field is which.</summary>
    private const int BytesBesidesTexts = 1024;
    private const int BytesOfARule = 512;
    private const int BytesOfAnItem = 128;

    /// <summary>What it takes at most, in bytes; <see langword="null"/> for others, which have to be written.</summary>
    public static long? AtMost(object? body) => body switch
    {
        VoteRequest vote => BytesBesidesTexts + Of(vote.Work) + Of(vote.Reference) + Of(vote.ProposalHash) + Of(vote.AcceptedHash) + Of(vote.PreviousHash) + Of(vote.TraceParent),
        AcceptRequest accept => BytesBesidesTexts + Of(accept.Work) + Of(accept.ProposalHash) + Of(accept.AcceptedHash) + Of(accept.RecordHash) + Of(accept.TraceParent),
        IReadOnlyList<VoteReport> votes => BytesBesidesTexts + Of(votes, vote => Of(vote.Work) + Of(vote.ProposalHash) + Of(vote.Vote)),
        IReadOnlyList<ConfirmReport> confirms => BytesBesidesTexts + Of(confirms, confirm => Of(confirm.Work) + Of(confirm.RecordHash)),
        ProposeRequest propose => BytesBesidesTexts + Of(propose.Work) + Of(propose.AcceptedHash) + Of(propose.PreviousHash) + Of(propose.TraceParent),
        ProposalReport report => BytesBesidesTexts + Of(report.Work) + Of(report.Proposal) + Of(report.Reason),
        RoundStart start => BytesBesidesTexts + Of(start),
        RoundRecord record => BytesBesidesTexts + Of(record),
        IReadOnlyList<RoundRecord> records => BytesBesidesTexts + Of(records, Of),
        IReadOnlyList<RoundEvent> events => BytesBesidesTexts + Of(events, Of),
        CollectiveSettings settings => BytesBesidesTexts + Of(settings.Model) + Of(settings.Learners) + Of(settings.Rule),
        CollectiveStatus status => BytesBesidesTexts + Of(status),
        JoinRequest join => BytesBesidesTexts + Of(join.Collective) + Of(join.Learner) + Of(join.Model) + Of(join.Rule),
        JoinReport joined => BytesBesidesTexts + Of(joined.Learner) + Of(joined.Problem) + Of(joined.Fingerprint) + Of(joined.Rule) + Of(joined.Data) + Of(joined.Format) + Of(joined.Settings ?? []),
        LearnerStatus learner => BytesBesidesTexts + Of(learner.Collective) + Of(learner.Learner) + Of(learner.AcceptedHash) + Of(learner.Head),
        AcceptedWeights accepted => BytesBesidesTexts + Of(accepted.Model) + Of(accepted.Hash),
        WeightsPage page => BytesBesidesTexts + Of(page.Format) + page.Bytes.Length,
        SiteEntry site => BytesBesidesTexts + Of(site),
        IReadOnlyList<SiteEntry> sites => BytesBesidesTexts + Of(sites, Of),
        IReadOnlyList<string> names => BytesBesidesTexts + Of(names),
        Vote vote => BytesBesidesTexts + Of(vote),
        WorkId work => BytesBesidesTexts + Of(work),
        string text => BytesBesidesTexts + Of(text),
        null or int or long or bool => BytesBesidesTexts,
        _ => null,
    };

    private static long Of(RoundStart start)
        => Of(start.Collective) + Of(start.Model) + Of(start.Fingerprint) + Of(start.Rule) + Of(start.AcceptedHash) + Of(start.PreviousHash) + Of(start.Format)
            + Of(start.Learners) + Of(start.Absent) + start.References.Sum(reference => BytesOfAnItem + Of(reference.Key) + Of(reference.Value));

    private static long Of(RoundRecord? record) => record is null ? 0 : BytesBesidesTexts + Of(record.Hash) + Of(record.Facts);

    private static long Of(RoundFacts facts)
        => Of(facts.RuleHash) + Of(facts.ProposalHash) + Of(facts.Fingerprint) + Of(facts.Reason) + Of(facts.PreviousHash)
            + Of(facts.Proposers) + Of(facts.Electors) + Of(facts.Votes, Of) + Of(facts.LateVotes, Of)
            + Of(facts.Contributions, contribution => Of(contribution.Learner) + Of(contribution.WeightsHash) + Of(contribution.Reason));

    private static long Of(RoundEvent happened) => Of(happened.Proposers ?? []) + Of(happened.Proposal) + Of(happened.Vote) + Of(happened.Record);

    private static long Of(CollectiveStatus status)
        => Of(status.Collective) + Of(status.Problem) + Of(status.Model) + Of(status.Fingerprint) + Of(status.Rule) + Of(status.Head) + Of(status.AcceptedHash) + Of(status.StopReason)
            + Of(status.Learners) + Of(status.Warnings) + Of(status.Lost)
            + Of(status.Data, Of) + Of(status.Accepts, _ => 0) + Of(status.Settings, Of) + Of(status.Refused, Of);

    private static long Of(SiteEntry site)
        => BytesOfARule + Of(site.Site) + Of(site.WeightsAddress) + Of(site.Learners) + Of(site.Models, model => Of(model.Name) + Of(model.Fingerprint) + Of(model.Rule));

    private static long Of<T>(IReadOnlyDictionary<string, T> items, Func<T, long> of) => items.Sum(item => BytesOfAnItem + Of(item.Key) + of(item.Value));

    private static long Of<T>(IReadOnlyList<T> items, Func<T, long> of) => items.Sum(item => BytesOfAnItem + of(item));

    private static long Of(IReadOnlyList<string> texts) => Of(texts, Of);

    private static long Of(IReadOnlyList<LearnerSetting> settings) => Of(settings, setting => Of(setting.Name) + Of(setting.Value));

    private static long Of(CollectiveRule? rule) => rule is null ? 0 : BytesOfARule + Of(rule.Criterion) + Of(rule.Strategy) + Of(rule.ProposerChoice);

    private static long Of(DataSummary? data) => data is null ? 0 : BytesOfAnItem + Of(data.VoteSetHash) + Of(data.Warnings);

    private static long Of(Proposal? proposal) => proposal is null ? 0 : BytesOfAnItem + Of(proposal.Learner) + Of(proposal.WeightsHash) + Of(proposal.Format) + Of(proposal.Fingerprint);

    private static long Of(Vote? vote) => vote is null ? 0 : BytesOfAnItem + Of(vote.Learner) + Of(vote.VoteSetHash) + Of(vote.Reason);

    private static long Of(WorkId? work) => Of(work?.Collective) + Of(work?.Learner);

    private static long Of(Reference? reference) => reference is null ? 0 : Of(reference.WeightsHash) + Of(reference.VoteSetHash) + Of(reference.Criterion);

    private static long Of(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
