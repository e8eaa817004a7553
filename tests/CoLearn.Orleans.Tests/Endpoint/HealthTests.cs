using System.Net;
using CoLearn.Toy;

namespace CoLearn.Endpoint;

public sealed class HealthTests
{
    [Fact]
    public async Task Silo_ThatRuns_IsLiveAndReady()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(2));
        var address = Endpoints.AddressOf(local.Services);
        Assert.Equal((HttpStatusCode.OK, "live"), await Endpoints.GetAsync(address, "/colearn/health/live"));
        Assert.Equal((HttpStatusCode.OK, "ready"), await Endpoints.GetAsync(address, "/colearn/health/ready"));
    }

    [Fact]
    public async Task Silo_WhoseLearnerLoadsItsData_IsNotReadyUntilItHas()
    {
        using var mood = Mood.New();
        using var open = new ManualResetEventSlim();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mood.OnLoad = _ =>
        {
            reached.TrySetResult();
            open.Wait();
        };
        var options = Compasses.Options(1, mood);
        var address = new TaskCompletionSource<IServiceProvider>(TaskCreationOptions.RunContinuationsAsynchronously);
        options.Silo = silo => silo.AddStartupTask((services, _) =>
        {
            address.SetResult(services);
            return Task.CompletedTask;
        });

        var starting = LocalCollective.StartAsync<CompassModel>(options);
        await reached.Task;
        var silo = Endpoints.AddressOf(await address.Task);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready"), await Endpoints.GetAsync(silo, "/colearn/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "live"), await Endpoints.GetAsync(silo, "/colearn/health/live"));

        open.Set();
        await using var local = await starting;
        Assert.Equal((HttpStatusCode.OK, "ready"), await Endpoints.GetAsync(silo, "/colearn/health/ready"));
    }
}
