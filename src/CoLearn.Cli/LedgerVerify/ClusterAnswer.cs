namespace CoLearn.LedgerVerify;

/// <summary>What the cluster says of the collective, before the file is read.</summary>
/// <param name="Status">The collective's status.</param>
/// <param name="Replies">Its learners' words; empty where the cluster does not know the collective.</param>
internal sealed record ClusterAnswer(CollectiveStatus Status, IReadOnlyList<LearnerReply> Replies)
{
    public IEnumerable<string> Heads => Replies.Select(reply => reply.Status?.Head).OfType<string>();
}
