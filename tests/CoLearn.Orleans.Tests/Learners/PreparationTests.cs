using CoLearn.Exchange;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CoLearn.Learners;

public sealed class PreparationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Start_HostedLearners_EachIsPreparedWithItsSettings()
    {
        var paths = new List<string?>();
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var preparation = Prepare(
            (configuration, _) =>
            {
                paths.Add(configuration["Path"]);
                if (paths.Count == 2)
                    last.SetResult();
                return Task.FromResult<object?>(null);
            },
            "ann",
            "bob");

        await last.Task.WaitAsync(Patience);

        Assert.Equal(["ann", "bob"], paths.Order());
    }

    [Fact]
    public async Task Start_OneFails_TheOthersArePrepared()
    {
        var prepared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var preparation = Prepare(
            (configuration, _) =>
            {
                if (configuration["Path"] == "ann")
                    throw new LearnerDataException("Not there.");
                prepared.SetResult();
                return Task.FromResult<object?>(null);
            },
            "ann",
            "bob");

        await prepared.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Start_NothingToPrepare_IsDoneAtOnce()
    {
        using var preparation = Prepare(null, "ann");

        await preparation.Done.WaitAsync(Patience);
    }

    [Fact]
    public async Task Prepared_AfterAWhile_IsLetGo()
    {
        using var preparation = Prepare((_, _) => Task.FromResult<object?>(new()), "ann");

        while (!preparation.Done.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        await preparation.Done;
    }

    [Fact]
    public async Task Dispose_WhilePreparing_Ends()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var preparation = Prepare(
            async (_, cancellation) =>
            {
                began.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return null;
            },
            "ann",
            "bob");
        await began.Task.WaitAsync(Patience);

        preparation.Dispose();

        await preparation.Done.WaitAsync(Patience);
    }

    private Preparation Prepare(Func<IConfiguration, CancellationToken, Task<object?>>? prepare, params string[] learners)
    {
        var definition = new LearnerDefinition("m", new SafeTensorsFormat(new string('a', 64)), new CollectiveRule(), [], (_, _, _) => throw new NotSupportedException())
        {
            PrepareAsync = prepare,
        };
        var hosted = learners.Select(learner => new HostedLearner(definition, learner, new ConfigurationBuilder().AddInMemoryCollection([new("Path", learner)]).Build()));
        return new(new HostedLearners(hosted, Options.Create(new ComputeOptions())), time);
    }
}
