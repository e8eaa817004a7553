using CsCheck;

namespace CoLearn.Rounds;

public sealed class RoundPropertyTests
{
    private static readonly Gen<VoteAnswer> Answer = Gen.Int[1, 3].Select(answer => (VoteAnswer)answer);

    /// <summary>A round: answers of 1 to 7 learners, a threshold, and an order in which its signals come, some of them twice or thrice.</summary>
    private static readonly Gen<(VoteAnswer[] Answers, double Threshold, int Seed)> Rounds =
        Gen.Select(Answer.Array[1, 7], Gen.Double[0.01, 1], Gen.Int);

    [Fact]
    public void Round_AnyOrderAndAnyRepetition_SameOutcome() => Rounds.Sample(
        round =>
        {
            var signals = Signals(round.Answers, round.Threshold);
            var expected = RoundScript.Play(signals, out var expectedCommands).Record!.Facts;

            var random = new Random(round.Seed);
            var shuffled = signals.Concat(signals).Concat(signals.Where(_ => random.Next(2) == 0)).ToArray();
            random.Shuffle(shuffled);
            var state = RoundScript.Play(shuffled.OrderBy(signal => signal is RoundSignal.Started ? 0 : 1), out var commands);

            return state.Record is { } record
                && record.Hash == Ledger.RecordHash.Of(expected)
                && WithoutVotes(commands).SequenceEqual(WithoutVotes(expectedCommands))
                && commands.OfType<RoundCommand.AskVote>().Count() == commands.OfType<RoundCommand.AskVote>().Distinct().Count()
                && state.Events.Count(happened => happened.Kind == RoundEventKind.Vote) == round.Answers.Length;
        },
        iter: 2000);

    [Fact]
    public void Round_VotesReportedTogether_AreAsOneByOne() => Rounds.Sample(
        round =>
        {
            var signals = Signals(round.Answers, round.Threshold);
            var random = new Random(round.Seed);
            var votes = signals.Concat(signals).OfType<RoundSignal.Voted>().ToArray();
            random.Shuffle(votes);
            var parts = votes.GroupBy(_ => random.Next(3)).Select(part => new RoundSignal.Voted([.. part.SelectMany(vote => vote.Reports)], default));

            var together = RoundScript.Play([signals[0], signals[1], .. parts], out var commands);
            var oneByOne = RoundScript.Play(signals, out var expected);
            return together.Record!.Hash == oneByOne.Record!.Hash
                && together.Events.Count == oneByOne.Events.Count
                && together.Events.Select(happened => happened.Next).SequenceEqual(oneByOne.Events.Select(happened => happened.Next))
                && commands.SequenceEqual(expected);
        },
        iter: 1000);

    [Fact]
    public void Round_AnyOrderOfTheStartToo_NeverDecidesTwice() => Rounds.Sample(
        round =>
        {
            var signals = Signals(round.Answers, round.Threshold);
            var shuffled = signals.Concat(signals).ToArray();
            new Random(round.Seed).Shuffle(shuffled);
            RoundScript.Play(shuffled.Concat(signals), out var commands);
            return commands.Count(command => command is RoundCommand.Advance) == 1 && commands.Count(command => command is RoundCommand.AskProposal) == 1;
        },
        iter: 1000);

    [Fact]
    public void Round_AnyVotes_AgreesWithTheRuleInWords() => Rounds.Sample(
        round =>
        {
            var facts = RoundScript.Play(Signals(round.Answers, round.Threshold)).Record!.Facts;
            var approvals = round.Answers.Skip(1).Count(answer => answer == VoteAnswer.Approve);
            var passes = approvals >= (round.Answers.Length - 1) * decimal.Parse(round.Threshold.ToString("R"), System.Globalization.NumberStyles.Float);
            return facts.Approvals == approvals && facts.Outcome == (passes ? Outcome.Accepted : Outcome.Rejected);
        },
        iter: 2000);

    [Fact]
    public void Round_CrashAnywhere_WhatIsOutstandingIsWhatWasAskedAndNotAnswered() => Rounds.Sample(
        round =>
        {
            var signals = Signals(round.Answers, round.Threshold);
            var random = new Random(round.Seed);
            var order = signals.Concat(signals).OrderBy(signal => signal is RoundSignal.Started ? -1 : random.Next()).ToArray();
            var (state, asked) = (new RoundState(), new List<RoundCommand>());
            return order.All(signal =>
            {
                (state, var commands) = Round.Apply(state, signal);
                asked.AddRange(commands);
                var same = Round.Outstanding(state).ToHashSet().SetEquals(asked.Where(command => Round.IsOutstanding(state, command)));
                if (state.Phase == RoundPhase.Screening)
                {
                    (state, commands) = Round.Apply(state, RoundScript.Passed(state));
                    asked.AddRange(commands);
                }

                return same;
            });
        },
        iter: 1000);

    /// <summary>Who has voted already is not asked to.</summary>
    private static IEnumerable<RoundCommand> WithoutVotes(IEnumerable<RoundCommand> commands) => commands.Where(command => command is not RoundCommand.AskVote);

    /// <summary>The first learner proposes.</summary>
    private static RoundSignal[] Signals(VoteAnswer[] answers, double threshold)
    {
        var learners = answers.Select((_, index) => $"learner-{index}").ToArray();
        var script = new RoundScript(learners[0], learners, threshold: threshold);
        return [script.Start, script.Proposal, .. learners.Zip(answers, (learner, answer) => script.Vote(learner, answer))];
    }
}
