using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoLearn.Rounds;

public sealed class QuestionsTests : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider time = new();
    private readonly Questions questions;
    private long? silos = 0;

    public QuestionsTests() => questions = new(time, () => silos, NullLogger.Instance);

    [Fact]
    public async Task Question_NobodyReachable_IsGivenUpAfterTheGraceOnly()
    {
        var question = Ask(_ => throw new TimeoutException("No way."));
        while (!question.GivenUp.IsCompleted)
        {
            Assert.InRange(time.GetUtcNow() - time.Start, TimeSpan.Zero, Grace + TimeSpan.FromSeconds(3));
            Step();
        }

        Assert.Equal("No way.", await question.GivenUp);
        Assert.InRange(time.GetUtcNow() - time.Start, Grace, Grace + TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Question_NeitherTakenNorRefused_IsGivenUpAfterTheGrace()
    {
        var question = Ask(_ => new TaskCompletionSource().Task);
        while (!question.GivenUp.IsCompleted)
            Step();

        await question.GivenUp;
        Assert.InRange(time.GetUtcNow() - time.Start, Grace, Grace + TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Question_TakenAndNotAnswered_IsAskedAgain()
    {
        var question = Ask(_ => Task.CompletedTask);
        Assert.Equal(1, question.Asks);
        Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(1, question.Asks);
        Advance(TimeSpan.FromSeconds(0.3));
        Assert.Equal(2, question.Asks);

        question.Wanted = false;
        Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(2, question.Asks);
    }

    [Fact]
    public void Question_NotAnsweredWhenTheClusterChanges_IsAskedAgainAtOnce()
    {
        var (open, answered) = (Ask(_ => Task.CompletedTask), Ask(_ => Task.CompletedTask));
        answered.Wanted = false;
        Advance(TimeSpan.FromSeconds(0.5));
        silos++;
        Step();
        Assert.Equal((2, 1), (open.Asks, answered.Asks));

        Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(2, open.Asks);
    }

    [Fact]
    public void Question_WhereTheAskersSiloGoes_IsNotAskedAgainForThat()
    {
        var question = Ask(_ => Task.CompletedTask);
        silos = null;
        Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(1, question.Asks);
    }

    [Fact]
    public void Question_UnderWayWhenTheClusterChanges_IsNotAskedBeside()
    {
        var question = Ask(_ => new TaskCompletionSource().Task);
        silos++;
        Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(1, question.Asks);
    }

    [Fact]
    public void Question_MayBeLostTheFirstTimeOnly_WhereTheLearnerHasAGrace()
    {
        var (known, absent) = (Ask(_ => Task.CompletedTask), Ask(_ => Task.CompletedTask, grace: TimeSpan.Zero));
        Assert.Equal((false, true), (known.Again, absent.Again));

        Advance(TimeSpan.FromSeconds(2.2));
        Assert.Equal((2, true), (known.Asks, known.Again));
    }

    [Fact]
    public async Task Question_GoneAfterItWasAsked_IsGivenUpAtOnce()
    {
        var question = Ask(ask => ask == 1 ? Task.CompletedTask : throw new TimeoutException("Gone."), gone: asked => asked);
        while (!question.GivenUp.IsCompleted)
            Step();

        Assert.Equal((2, "Gone."), (question.Asks, await question.GivenUp));
        Assert.InRange(time.GetUtcNow() - time.Start, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Question_GoneBeforeItWasAsked_HasTheGraceToComeBack()
    {
        var question = Ask(ask => ask > 3 ? Task.CompletedTask : throw new TimeoutException("Not yet."), gone: asked => asked);
        Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(4, question.Asks);
        Assert.False(question.GivenUp.IsCompleted);
    }

    [Fact]
    public void Question_Dropped_IsNotAskedAgain()
    {
        var dropped = Ask(_ => Task.CompletedTask);
        questions.Drop();
        var kept = Ask(_ => Task.CompletedTask);
        Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((1, 3), (dropped.Asks, kept.Asks));
    }

    public void Dispose() => questions.Dispose();

    private Asked Ask(Func<int, Task> ask, Func<bool, bool>? gone = null, TimeSpan? grace = null)
    {
        var question = new Asked(ask, gone ?? (_ => false), grace ?? Grace);
        questions.Ask(question);
        return question;
    }

    private void Advance(TimeSpan by)
    {
        for (var end = time.GetUtcNow() + by; time.GetUtcNow() < end;)
            Step();
    }

    private void Step() => time.Advance(TimeSpan.FromMilliseconds(100));

    private sealed class Asked(Func<int, Task> ask, Func<bool, bool> gone, TimeSpan grace) : Question
    {
        private readonly TaskCompletionSource<string> given = new();

        public int Asks { get; private set; }

        public bool Wanted { get; set; } = true;

        public Task<string> GivenUp => given.Task;

        public override bool IsWanted => Wanted;

        public override TimeSpan Grace => grace;

        public bool Again { get; private set; }

        public override Task SendAsync(bool again)
        {
            Again = again;
            return ask(++Asks);
        }

        public override bool IsGone(Exception error) => gone(IsAsked);

        public override Task GiveUpAsync(string reason)
        {
            given.SetResult(reason);
            return Task.CompletedTask;
        }

        public override string ToString() => "What is asked";
    }
}
