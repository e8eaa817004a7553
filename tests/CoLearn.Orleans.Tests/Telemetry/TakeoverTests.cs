using System.Diagnostics;
using CoLearn.Faults;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn.Telemetry;

public sealed class TakeoverTests
{
    [Fact]
    public async Task Round_TakenOver_IsOneSpanWithWhatWasDoneBeforeAndALinkedResume()
    {
        const string id = "taken-over";
        var spans = new TwoSilos.SynchronizedSpans();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem(TelemetryNames.Collective), id) && Equals(span.GetTagItem(TelemetryNames.RoundIndex), 1))
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var happened = 0;
        var options = Compasses.Options(3);
        options.Collective = id;
        options.Silo = silo =>
        {
            silo.Services.Configure<WatchOptions>(watch => watch.Every = TimeSpan.FromMilliseconds(100));
            silo.Services.AddSingleton(new Fault(FaultPoint.VotingSaved, FailOnce));
        };
        await using (var local = await LocalCollective.StartAsync<CompassModel>(options))
            await local.Collective.RunRoundAsync();

        var all = spans.Snapshot();
        var round = all.Single(span => span.OperationName == TelemetryNames.Round);
        var resume = all.Where(span => span.OperationName == TelemetryNames.Resume).ToArray();
        Assert.NotEmpty(resume);
        Assert.All(resume, span => Assert.Equal(round.SpanId, span.Links.Single().Context.SpanId));
        Assert.All(all, span => Assert.Equal(round.TraceId, span.TraceId));
        var propose = all.Single(span => span.OperationName == TelemetryNames.Propose);
        Assert.True(round.StartTimeUtc <= propose.StartTimeUtc);
        Assert.Equal("accepted", round.GetTagItem(TelemetryNames.Outcome));

        void FailOnce(string collective, int index)
        {
            if (index == 1 && Interlocked.Exchange(ref happened, 1) == 0)
                throw new TimeoutException("A fault that the test asks for.");
        }
    }
}
