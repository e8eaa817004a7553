using System.Globalization;

namespace CoLearn.Examples.Iris;

/// <summary>A line for each round: what every learner scored the proposal with, and how it voted.</summary>
internal static class RoundTable
{
    public const string Legend = "✓ approves  ✗ rejects  ? abstains  ▸ proposes;  scores are vote accuracies of that round's proposal, test their mean on the test sets.";

    public static string Header(IReadOnlyList<string> learners) => Row("round", "proposer", learners, "test", "outcome", "bytes");

    public static string Row(RoundRecord round)
    {
        var facts = round.Facts;
        return Row(
            round.Index.ToString(CultureInfo.InvariantCulture),
            round.Index == 0 ? "" : string.Join(' ', facts.Proposers),
            facts.Votes.Select(vote => $"{Mark(facts, vote)} {Score(vote.VoteScore)}"),
            Score(round.MeanTestScore),
            facts.Electors.Count == 0 ? Name(round.Outcome) : $"{Name(round.Outcome)} {facts.Approvals}/{facts.Electors.Count}",
            round.Measurements.ProposalBytes.ToString(CultureInfo.InvariantCulture))
            + (facts.Reason is { } reason ? "  " + reason : "");
    }

    private static string Row(string round, string proposer, IEnumerable<string> learners, string test, string outcome, string bytes)
        => $"{round,5}  {proposer,-10}  {string.Concat(learners.Select(learner => $"{learner,-11}"))}{test,5}  {outcome,-12}  {bytes,6}";

    private static string Mark(RoundFacts facts, Vote vote) => vote.Answer switch
    {
        VoteAnswer.Approve => "✓",
        VoteAnswer.Reject => "✗",
        VoteAnswer.Abstain => "?",
        _ => facts.Index > 0 && facts.Proposers.Contains(vote.Learner) ? "▸" : " ",
    };

    private static string Score(double? score) => score?.ToString("0.000", CultureInfo.InvariantCulture) ?? "  —  ";

    private static string Name(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
