using System.Security.Cryptography;
using CoLearn.Toy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoLearn.Exchange;

public sealed class WeightsPullTests
{
    private const string Key = "a-key-that-all-silos-share";

    private static readonly Weights Tensors = new(Weights.SafeTensors, RandomNumberGenerator.GetBytes(1_000_000));
    private static readonly Weights Forest = new("forest 1/é", RandomNumberGenerator.GetBytes(1000));

    private readonly Logged log = new();

    [Fact]
    public async Task Pull_FromASiloThatHasThem_GivesTheWeights()
    {
        foreach (var weights in new[] { Tensors, Forest, new("empty", default) })
        {
            await using var server = await SourceServer.HonestAsync(weights);
            using var pull = Pulls.From(server);
            var pulled = (await pull.PullAsync(weights.Hash, 1_000_000))!;

            Assert.Equal((weights.Format, weights.Hash), (pulled.Format, pulled.Hash));
            Assert.True(weights.Bytes.Span.SequenceEqual(pulled.Bytes.Span));
            Assert.Equal(["HEAD", "GET"], server.Asked);
        }
    }

    [Fact]
    public async Task Pull_WhereNobodyHasThem_FindsNothingAndAsksOnce()
    {
        await using var server = await SourceServer.HonestAsync(Forest);
        using var pull = Pulls.From(server);
        Assert.Null(await pull.PullAsync(Tensors.Hash, 1_000_000));
        Assert.Equal(["HEAD"], server.Asked);

        using var alone = Pulls.From();
        Assert.Null(await alone.PullAsync(Tensors.Hash, 1_000_000));
    }

    [Fact]
    public async Task Pull_FromALiar_DiscardsWhatItSendsAndTakesTheNext()
    {
        var other = RandomNumberGenerator.GetBytes(Tensors.Bytes.Length);
        await using var liar = await SourceServer.LyingAsync(Tensors, context => SendAsync(context, other));
        await using var honest = await SourceServer.HonestAsync(Tensors, before: () => liar.Gets > 0 ? Task.CompletedTask : UntilAsync(() => liar.Gets > 0));
        using var pull = Pulls.From(log, null, liar, honest);

        Assert.Equal(Tensors.Hash, new Weights(Tensors.Format, (await pull.PullAsync(Tensors.Hash, 1_000_000))!.Bytes).Hash);
        Assert.Equal((LogLevel.Error, $"What came from {liar.Address} is not the weights {Tensors.Hash[..12]}; it is not used."), Assert.Single(log));
        Assert.Equal(1, liar.Gets);
    }

    [Fact]
    public async Task Pull_FromALiarAlone_FindsNothing()
    {
        await using var liar = await SourceServer.LyingAsync(Tensors, context => SendAsync(context, new byte[10]));
        using var pull = Pulls.From(log, null, liar);
        Assert.Null(await pull.PullAsync(Tensors.Hash, 1_000_000));
        Assert.Equal(1, liar.Gets);
    }

    [Fact]
    public async Task Pull_BrokenOffInTheMiddle_GoesOnFromAnotherSilo()
    {
        const int sent = 300_000;
        await using var breaks = await SourceServer.LyingAsync(Tensors, context => SourceServer.BreakOffAsync(context, Tensors, sent));
        await using var honest = await SourceServer.HonestAsync(Tensors, before: () => UntilAsync(() => breaks.Gets > 0));
        using var pull = Pulls.From(log, null, breaks, honest);

        var pulled = (await pull.PullAsync(Tensors.Hash, 1_000_000))!;
        Assert.Equal(Tensors.Hash, new Weights(Tensors.Format, pulled.Bytes).Hash);
        Assert.Equal(["HEAD", $"GET bytes={sent}-"], honest.Asked);
    }

    [Fact]
    public async Task Pull_GoneOnAfterWrongBytes_BeginsAnew()
    {
        var other = new Weights(Weights.SafeTensors, RandomNumberGenerator.GetBytes(Tensors.Bytes.Length));
        await using var breaks = await SourceServer.LyingAsync(Tensors, context => SourceServer.BreakOffAsync(context, other, 300_000));
        await using var honest = await SourceServer.HonestAsync(Tensors, before: () => UntilAsync(() => breaks.Gets > 0));
        using var pull = Pulls.From(log, null, breaks, honest);

        Assert.Equal(Tensors.Hash, new Weights(Tensors.Format, (await pull.PullAsync(Tensors.Hash, 1_000_000))!.Bytes).Hash);
        Assert.Contains(log, line => line.Message.StartsWith("What came from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pull_BrokenOffEveryTime_EndsAndFindsNothing()
    {
        await using var breaks = await SourceServer.LyingAsync(Tensors, context => SourceServer.BreakOffAsync(context, Tensors, 0));
        using var pull = Pulls.From(log, null, breaks);
        Assert.Null(await pull.PullAsync(Tensors.Hash, 1_000_000));
        Assert.Equal(3, breaks.Gets);
    }

    [Fact]
    public async Task Pull_OfMoreThanIsTaken_ReadsNoneOfIt()
    {
        await using var server = await SourceServer.HonestAsync(Tensors);
        using var pull = Pulls.From(log, null, server);
        Assert.Null(await pull.PullAsync(Tensors.Hash, 999_999));
        Assert.Contains(log, line => line.Message == $"The weights {Tensors.Hash[..12]} did not come from {server.Address}: it announces 1000000 bytes, but at most 999999 are taken.");
    }

    [Fact]
    public async Task Pull_OfWhatDoesNotSayItsSize_IsRefused()
    {
        await using var server = await SourceServer.LyingAsync(Tensors, context => context.Response.Body.WriteAsync(Tensors.Bytes, context.RequestAborted).AsTask());
        using var pull = Pulls.From(log, null, server);
        Assert.Null(await pull.PullAsync(Tensors.Hash, 1_000_000));
        Assert.Contains(log, line => line.Message.EndsWith("it does not say how large the weights are.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pull_FromABusySilo_IsServedWhenThatHasTime()
    {
        var asked = 0;
        await using var server = await SourceServer.LyingAsync(Tensors, context =>
        {
            if (Interlocked.Increment(ref asked) > 3)
                return SendAsync(context, Tensors.Bytes);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        });
        using var pull = Pulls.From(server);
        Assert.NotNull(await pull.PullAsync(Tensors.Hash, 1_000_000));
        Assert.Equal(4, server.Gets);
    }

    [Theory, InlineData(null), InlineData("another-key-of-some-length")]
    public async Task Pull_WithoutTheRightKey_IsRefused(string? key)
    {
        await using var server = await SourceServer.HonestAsync(Tensors, new CoLearnEndpointOptions { ClusterKey = Key });
        using var wrong = Pulls.From(log, key, server);
        Assert.Null(await wrong.PullAsync(Tensors.Hash, 1_000_000));
        Assert.Contains(log, line => line.Message.EndsWith("it refuses this silo's cluster key.", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Message.Contains(Key, StringComparison.Ordinal) || (key is not null && line.Message.Contains(key, StringComparison.Ordinal)));

        using var right = Pulls.From(log, Key, server);
        Assert.NotNull(await right.PullAsync(Tensors.Hash, 1_000_000));
    }

    [Fact]
    public async Task Pull_WhileTheRegistryIsAway_AsksAgain()
    {
        var asked = 0;
        await using var server = await SourceServer.HonestAsync(Tensors);
        using var pull = Pulls.From(() => ++asked < 3 ? throw new TimeoutException("No answer.") : Task.FromResult<IReadOnlyList<Uri>>([server.Address]));
        Assert.NotNull(await pull.PullAsync(Tensors.Hash, 1_000_000));
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
            await Task.Yield();
    }
}
