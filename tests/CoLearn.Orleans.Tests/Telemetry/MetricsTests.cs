using CoLearn.Toy;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CoLearn.Telemetry;

public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterRounds_CountVotesAndTimesButNoIdentities()
    {
        var exported = new List<Metric>();
        using var metrics = Sdk.CreateMeterProviderBuilder().AddCoLearnInstrumentation().AddInMemoryExporter(exported).Build();
        await using (var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3)))
            await local.RunAsync(2).CountAsync();
        metrics.ForceFlush();

        Assert.Contains(exported, metric => metric.Name == "colearn.round.duration");
        Assert.Contains(exported, metric => metric.Name == "colearn.propose.duration");
        Assert.Contains(exported, metric => metric.Name == "colearn.vote.duration");
        Assert.True(Approvals(exported) >= 4);
        Assert.All(exported.Where(metric => metric.MeterName == "CoLearn"), metric => Assert.DoesNotContain(TagsOf(metric), tag => tag is "colearn.collective" or "colearn.learner"));
    }

    private static long Approvals(IEnumerable<Metric> exported)
    {
        var total = 0L;
        foreach (ref readonly var point in exported.Single(metric => metric.Name == "colearn.votes").GetMetricPoints())
        {
            foreach (var tag in point.Tags)
                total += tag is { Key: "colearn.vote.answer", Value: "approve" } ? point.GetSumLong() : 0;
        }

        return total;
    }

    private static HashSet<string> TagsOf(Metric metric)
    {
        var tags = new HashSet<string>();
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            foreach (var tag in point.Tags)
                tags.Add(tag.Key);
        }

        return tags;
    }
}
