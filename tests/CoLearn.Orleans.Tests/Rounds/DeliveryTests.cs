using Microsoft.Extensions.Logging.Abstractions;

namespace CoLearn.Rounds;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Delivery_EndedTwice_SendsNothingMore()
    {
        var delivery = new Delivery(TimeProvider.System, NullLogger.Instance);
        var sent = 0;
        var delivering = delivery.UntilTakenAsync(
            () =>
            {
                sent++;
                delivery.Dispose();
                return Task.FromException(new TimeoutException());
            },
            () => true,
            () => "It");

        await delivering;
        delivery.Dispose();

        Assert.Equal(1, sent);
        Assert.False(await delivery.WaitAsync(TimeSpan.Zero));
    }
}
