using CoLearn.Exchange;
using CoLearn.Rounds;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CoLearn.Collectives;

/// <summary>
/// One of four learners is hostile or broken, in one round as proposer and in another as elector. The collective finishes its rounds, what the others
/// decide stands, and the record says what was wrong.
/// </summary>
public sealed class HostileLearnerTests : IDisposable
{
    private const string Hostile = "learner-1";
    private const int ItsTurn = 1;
    private const int ItsVote = 2;
    private static readonly string[] Honest = ["learner-2", "learner-3", "learner-4"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Mood mood = Mood.New();
    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(50));

    [Fact]
    public async Task Learner_Throws_FailsItsTurnAndAbstains()
    {
        mood.BeforePropose = context => ThrowIf(IsHostile(context));
        mood.BeforeTest = (_, context) => ThrowIf(IsHostile(context) && context.Round > 0);
        var records = await RunAsync();

        Assert.Equal((RoundFailure.ProposerFailed, "Learner 'learner-1' could not propose: It is broken."), (records[ItsTurn].Facts.Failure, records[ItsTurn].Facts.Reason));
        AssertVote(records, VoteAnswer.Abstain, VoteFault.Failed, "It is broken.");

        static void ThrowIf(bool thrown)
        {
            if (thrown)
                throw new InvalidOperationException("It is broken.");
        }
    }

    [Fact]
    public async Task Learner_NeverAnswers_MissesTheDeadlinesAndItsLostTimeIsItsOwn()
    {
        using var waits = new SemaphoreSlim(0);
        var dropped = 0;
        mood.BeforePropose = context => WaitIf(IsHostile(context), context);
        mood.BeforeTest = (_, context) => WaitIf(IsHostile(context) && context.Round == ItsVote, context);
        var records = await RunAsync(async local =>
        {
            await waits.WaitAsync(Patience);
            time.Advance(TimeSpan.FromMinutes(30));
            await waits.WaitAsync(Patience);
            foreach (var learner in Honest)
                await VoteAsync(local, learner);
            time.Advance(TimeSpan.FromMinutes(10));
        });

        Assert.Equal((RoundFailure.ProposerLate, "Learner 'learner-1' did not propose in time."), (records[ItsTurn].Facts.Failure, records[ItsTurn].Facts.Reason));
        AssertVote(records, VoteAnswer.Abstain, VoteFault.Late, "It did not answer in time.");
        Assert.Equal(2, dropped);

        void WaitIf(bool waiting, RoundContext context)
        {
            if (!waiting)
                return;
            waits.Release();
            context.Cancellation.WaitHandle.WaitOne();
            Interlocked.Increment(ref dropped);
            context.Cancellation.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task Learner_MakesNumbersThatAreNone_IsRefusedAndRejects()
    {
        mood.Made = (made, context) => IsHostile(context) ? TensorModel.Of(1, float.NaN, 1, 1) : made;
        mood.Scored = (scores, context) => IsHostile(context) && context.Round > 0 ? scores with { Vote = double.NaN } : scores;
        var records = await RunAsync();

        Assert.Equal(RoundFailure.ProposalNotFinite, records[ItsTurn].Facts.Failure);
        Assert.StartsWith("The proposal of learner 'learner-1' is refused: ", records[ItsTurn].Facts.Reason, StringComparison.Ordinal);
        AssertVote(records, VoteAnswer.Reject, VoteFault.NotFinite, "Its closeness on the proposal is not a finite number.");
    }

    [Fact]
    public async Task Learner_ProposesOtherShapes_IsRefused()
    {
        // Its own silo would not let it.
        using var gate = new Gate(mood);
        var misshapen = TensorModel.Of(1, 2, 3);
        var records = await RunAsync(async local =>
        {
            await gate.Reached;
            await local.Services.GetRequiredService<IWeightsStore>().PutAsync(new("local", ItsTurn), misshapen);
            var proposal = new Proposal(Hostile, misshapen.Hash, misshapen.Format, misshapen.Bytes.Length, 1, TensorModel.Definition.Fingerprint);
            await local.Services.GetRequiredService<IGrainFactory>().GetGrain<IRoundGrain>(ItsTurn, "local", null).Proposed(new(Work(ItsTurn), proposal));
        });

        Assert.Equal(RoundFailure.ProposalMisshapen, records[ItsTurn].Facts.Failure);
        Assert.StartsWith("The proposal of learner 'learner-1' is refused: ", records[ItsTurn].Facts.Reason, StringComparison.Ordinal);
        Assert.True(gate.LetGo);
    }

    [Fact]
    public async Task Learner_AnswersTwiceWithDifferentVotes_CountsOnceAndTheRecordSaysSo()
    {
        using var others = new ManualResetEventSlim();
        mood.BeforeTest = (_, context) =>
        {
            if (context.Round == ItsVote && context.Learner.Learner == "learner-4")
                others.Wait(context.Cancellation);
        };
        var records = await RunAsync(async local =>
        {
            var first = await VoteAsync(local, Hostile);
            var other = first with { Answer = first.Answer == VoteAnswer.Approve ? VoteAnswer.Reject : VoteAnswer.Approve };
            await Round(local).Voted([new(Work(ItsVote), await ProposalAsync(local), other)]);
            others.Set();
        });

        AssertVote(records, VoteAnswer.Approve, VoteFault.Contradictory, "It answered again with another vote; the first counts.");
    }

    [Fact]
    public async Task Learner_AnswersForAnotherRoundOnly_AbstainsAndTheRecordSaysSo()
    {
        mood.BeforeTest = (_, context) =>
        {
            if (IsHostile(context) && context.Round == ItsVote)
                context.Cancellation.WaitHandle.WaitOne();
            context.Cancellation.ThrowIfCancellationRequested();
        };
        var records = await RunAsync(async local =>
        {
            foreach (var learner in Honest)
                await VoteAsync(local, learner);
            await Round(local).Voted([new(Work(7), await ProposalAsync(local), new(Hostile, true, VoteAnswer.Approve, 1))]);
            time.Advance(TimeSpan.FromMinutes(10));
        });

        AssertVote(records, VoteAnswer.Abstain, VoteFault.Misaddressed, "It answered for another round or another proposal.");
    }

    public void Dispose() => mood.Dispose();

    private static bool IsHostile(RoundContext context) => context.Learner.Learner == Hostile;

    private static WorkId Work(int round) => new("local", round, 1, Hostile);

    private static IRoundGrain Round(LocalCollective local) => local.Services.GetRequiredService<IGrainFactory>().GetGrain<IRoundGrain>(ItsVote, "local", null);

    private static async Task<string> ProposalAsync(LocalCollective local)
        => (await EventAsync(local, happened => happened.Proposal is not null)).Proposal!.WeightsHash;

    private static async Task<Vote> VoteAsync(LocalCollective local, string learner)
        => (await EventAsync(local, happened => happened.Vote?.Learner == learner)).Vote!;

    private static async Task<RoundEvent> EventAsync(LocalCollective local, Func<RoundEvent, bool> wanted)
        => await local.Collective.Events(new(ItsVote, 0)).FirstAsync(wanted).AsTask().WaitAsync(Patience);

    private static void AssertVote(IReadOnlyList<RoundRecord> records, VoteAnswer answer, VoteFault fault, string reason)
    {
        var vote = records[ItsVote].Facts.Votes.Single(vote => vote.Learner == Hostile);
        Assert.Equal((answer, fault, reason), (vote.Answer, vote.Fault, vote.Reason));
    }

    private Task<IReadOnlyList<RoundRecord>> RunAsync() => RunAsync(_ => Task.CompletedTask);

    /// <summary>Four rounds: in the first the hostile learner proposes, in all others honest ones do and are accepted, whatever it votes.</summary>
    private async Task<IReadOnlyList<RoundRecord>> RunAsync(Func<LocalCollective, Task> meanwhile)
    {
        await using var local = await LocalCollective.StartAsync<TensorModel>(new()
        {
            Learners = 4,
            Threads = 4,
            Settings = { ["Mood"] = mood.Name },
            Services = services => services.AddSingleton<TimeProvider>(time),
        });
        var running = local.RunAsync(4).ToListAsync().AsTask();
        await meanwhile(local);
        var records = await running.WaitAsync(Patience);
        Assert.Equal([1, 2, 3, 4], records.Select(record => record.Index));
        Assert.All(records.Skip(1), record => Assert.Equal(Outcome.Accepted, record.Outcome));
        return [(await local.Collective.Rounds().FirstAsync()), .. records];
    }
}
