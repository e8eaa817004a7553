using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoLearn.Rounds;

public sealed class DeliveryTests : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider time = new();
    private readonly Delivery delivery;
    private readonly List<string> lost = [];
    private int asks;

    public DeliveryTests() => delivery = new(time, NullLogger.Instance);

    [Fact]
    public async Task Delivery_NobodyReachable_IsGivenUpAfterTheGraceOnly()
    {
        var asking = AskAsync(_ => throw new TimeoutException("No way."), (_, _) => false);
        while (!asking.IsCompleted)
        {
            if (time.GetUtcNow() - time.Start < Grace)
                Assert.Empty(lost);
            Step();
        }

        await asking;
        Assert.Equal(["No way."], lost);
        Assert.InRange(time.GetUtcNow() - time.Start, Grace, Grace + TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Delivery_GoneAfterItWasAsked_IsGivenUpAtOnce()
    {
        var asking = AskAsync(ask => ask == 1 ? Task.CompletedTask : throw new TimeoutException("Gone."), (asked, _) => asked);
        while (!asking.IsCompleted)
            Step();

        await asking;
        Assert.Equal((2, "Gone."), (asks, Assert.Single(lost)));
    }

    [Fact]
    public async Task Delivery_GoneBeforeItWasAsked_HasTheGraceToComeBack()
    {
        var asking = AskAsync(ask => ask > 3 ? Task.CompletedTask : throw new TimeoutException("Not yet."), (asked, _) => asked, most: 4);
        while (!asking.IsCompleted)
            Step();

        await asking;
        Assert.Equal(4, asks);
        Assert.Empty(lost);
    }

    public void Dispose() => delivery.Dispose();

    private Task AskAsync(Func<int, Task> ask, Func<bool, Exception, bool> gone, int most = int.MaxValue) => delivery.UntilAnsweredAsync(
        () => ask(++asks),
        () => asks < most,
        Grace,
        gone,
        reason =>
        {
            lost.Add(reason);
            return Task.CompletedTask;
        },
        () => "What is asked");

    private void Step() => time.Advance(TimeSpan.FromMilliseconds(100));
}
