using System.Text;
using CoLearn.Learners;
using CoLearn.Rounds;

namespace CoLearn.Messages;

/// <summary>
/// The size of the messages of which a round has many, or large ones, from the lengths of their texts: to write a message only to measure it costs as much as to
/// send it.
/// </summary>
internal static class MessageSize
{
    /// <summary>Numbers, and what says which field is which.</summary>
    private const int BytesBesidesTexts = 1024;
    private const int BytesOfAnItem = 128;

    /// <summary>What it takes at most, in bytes; <see langword="null"/> for others, which have to be written.</summary>
    public static long? AtMost(object? body) => body switch
    {
        VoteRequest vote => BytesBesidesTexts + Of(vote.Work) + Of(vote.Reference) + Of(vote.ProposalHash) + Of(vote.AcceptedHash) + Of(vote.PreviousHash) + Of(vote.TraceParent),
        AcceptRequest accept => BytesBesidesTexts + Of(accept.Work) + Of(accept.ProposalHash) + Of(accept.AcceptedHash) + Of(accept.RecordHash) + Of(accept.TraceParent),
        ProposeRequest propose => BytesBesidesTexts + Of(propose.Work) + Of(propose.AcceptedHash) + Of(propose.PreviousHash) + Of(propose.TraceParent),
        IReadOnlyList<VoteReport> votes => BytesBesidesTexts + Of(votes, vote => Of(vote.Work) + Of(vote.ProposalHash) + Of(vote.Vote)),
        IReadOnlyList<ConfirmReport> confirms => BytesBesidesTexts + Of(confirms, confirm => Of(confirm.Work) + Of(confirm.RecordHash)),
        RoundStart start => BytesBesidesTexts + Of(start),
        RoundRecord record => BytesBesidesTexts + Of(record),
        IReadOnlyList<RoundRecord> records => BytesBesidesTexts + Of(records, Of),
        _ => null,
    };

    private static long Of(RoundStart start)
        => Of(start.Collective) + Of(start.Model) + Of(start.Fingerprint) + Of(start.Rule.ToString()) + Of(start.AcceptedHash) + Of(start.PreviousHash) + Of(start.Format)
            + Of(start.Learners, Of) + Of(start.Absent, Of) + start.References.Sum(reference => BytesOfAnItem + Of(reference.Key) + Of(reference.Value));

    private static long Of(RoundRecord record)
    {
        var facts = record.Facts;
        return BytesBesidesTexts + Of(record.Hash) + Of(facts.RuleHash) + Of(facts.ProposalHash) + Of(facts.Fingerprint) + Of(facts.Reason) + Of(facts.PreviousHash)
            + Of(facts.Proposers, Of) + Of(facts.Electors, Of) + Of(facts.Votes, Of) + Of(facts.LateVotes, Of)
            + Of(facts.Contributions, contribution => Of(contribution.Learner) + Of(contribution.WeightsHash) + Of(contribution.Reason));
    }

    private static long Of<T>(IReadOnlyList<T> items, Func<T, long> of) => items.Sum(item => BytesOfAnItem + of(item));

    private static long Of(Vote vote) => Of(vote.Learner) + Of(vote.VoteSetHash) + Of(vote.Reason);

    private static long Of(WorkId? work) => Of(work?.Collective) + Of(work?.Learner);

    private static long Of(Reference? reference) => reference is null ? 0 : Of(reference.WeightsHash) + Of(reference.VoteSetHash) + Of(reference.Criterion);

    private static long Of(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
