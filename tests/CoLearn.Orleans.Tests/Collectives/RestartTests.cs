using CoLearn.Storage;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using StackExchange.Redis;

namespace CoLearn.Collectives;

/// <summary>A collective that is stopped and started again on what its silo has kept.</summary>
public sealed class RestartTests(RedisFixture redis) : IClassFixture<RedisFixture>, IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-restart-");

    [Fact]
    public Task LocalCollective_StartedAgainOnItsDirectory_GoesOn() => GoOnAsync(Options);

    [RedisFact]
    public async Task LocalCollective_StartedAgainOnItsStateInRedis_GoesOn()
    {
        await GoOnAsync(() =>
        {
            var options = Options();
            options.Silo = silo => silo.AddRedisGrainStorage("colearn", storage => storage.ConfigurationOptions = ConfigurationOptions.Parse(redis.Address));
            return options;
        });
        Assert.False(File.Exists(Path.Combine(directory.FullName, "colearn.db")));
    }

    [Fact]
    public async Task LocalCollective_AfterManyAccepts_KeepsTheWeightsOfTheLastTenOnly()
    {
        List<RoundRecord> records;
        await using (var local = await LocalCollective.StartAsync<CompassModel>(Options()))
            records = await local.RunAsync(12).ToListAsync();

        await using var again = await LocalCollective.StartAsync<CompassModel>(Options());
        records.AddRange(await again.RunAsync(2).ToListAsync());
        Assert.All(records, record => Assert.Equal(Outcome.Accepted, record.Outcome));
        var last = records.TakeLast(10).Select(record => record.Facts.ProposalHash + ".weights").Order(StringComparer.Ordinal);

        var weights = Path.Combine(directory.FullName, "weights");
        await ConfirmedAsync(again);
        // A learner notes the outcome first and settles its weights then.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Directory.EnumerateFiles(weights, "*.weights").Count() > 10)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Equal(last, Directory.EnumerateFiles(weights, "*.weights").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.Equal(10, Directory.EnumerateFiles(Path.Combine(weights, "holds"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task LocalCollective_DisposedWhileALearnerTrains_HandsItsTurnOverAndGoesOn()
    {
        using var mood = Mood.New();
        using var gate = new Gate(mood);
        await using (var first = await LocalCollective.StartAsync<CompassModel>(Options(mood)))
        {
            await first.Services.GetRequiredService<IGrainFactory>().GetGrain<ICollectiveGrain>(first.Collective.Id).RunTo(2);
            await gate.Reached;
        }

        Assert.True(gate.LetGo);
        await using var again = await LocalCollective.StartAsync<CompassModel>(Options(mood));
        var records = await again.Collective.Rounds(from: 1).Take(2).ToListAsync();
        Assert.Equal((Outcome.Failed, RoundFailure.ProposerLost), (records[0].Outcome, records[0].Facts.Failure));
        Assert.Equal((Outcome.Accepted, "learner-2"), (records[1].Outcome, records[1].Facts.Proposers.Single()));
    }

    [Fact]
    public async Task LocalCollective_OnADirectoryInUse_DoesNotStartUntilTheOtherHasStopped()
    {
        await using (await LocalCollective.StartAsync<CompassModel>(Options()))
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => LocalCollective.StartAsync<CompassModel>(Options()));
            Assert.Equal($"The state in '{Path.Combine(directory.FullName, "colearn.db")}' is in use by another silo; stop that one, or give each silo a directory of its own.", error.Message);
        }

        await using var again = await LocalCollective.StartAsync<CompassModel>(Options());
        Assert.Equal(0, (await again.Collective.StatusAsync()).Round);
    }

    [Fact]
    public async Task LocalCollective_WithADirectory_KeepsItsStateThere()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Options());
        Assert.IsType<SqliteGrainStorage>(local.Services.GetRequiredKeyedService<IGrainStorage>("colearn"));
        Assert.True(File.Exists(Path.Combine(directory.FullName, "colearn.db")));
    }

    public void Dispose() => directory.Delete(recursive: true);

    private static async Task GoOnAsync(Func<LocalOptions> options)
    {
        CollectiveStatus before;
        List<RoundRecord> records;
        await using (var local = await LocalCollective.StartAsync<CompassModel>(options()))
        {
            records = await local.RunAsync(3).ToListAsync();
            before = await local.Collective.StatusAsync();
        }

        await using var again = await LocalCollective.StartAsync<CompassModel>(options());
        var after = await again.Collective.StatusAsync();
        Assert.Equal((CollectivePhase.Idle, 3, before.Head, before.AcceptedHash), (after.Phase, after.Round, after.Head, after.AcceptedHash));
        Assert.Equal(7, CompassModel.PlaceOf(await again.Collective.WeightsAsync()));

        records.AddRange(await again.RunAsync(2).ToListAsync());
        Assert.Equal([1, 2, 3, 4, 5], records.Select(record => record.Index));
        Assert.Equal(records.Take(4).Select(record => record.Hash), records.Skip(1).Select(record => record.Facts.PreviousHash));
        Assert.All(records, record => Assert.Equal(Outcome.Accepted, record.Outcome));
        Assert.Equal(records.Select(record => record.Hash), (await again.Collective.Rounds(from: 1).Take(5).ToListAsync()).Select(record => record.Hash));
        Assert.Equal(7.75, CompassModel.PlaceOf(await again.Collective.WeightsAsync()));
    }

    /// <summary>Waits until every learner has been told how the last round ended.</summary>
    private static async Task ConfirmedAsync(LocalCollective local)
    {
        var head = (await local.Collective.StatusAsync()).Head;
        foreach (var learner in local.Learners)
        {
            var grain = local.Services.GetRequiredService<IGrainFactory>().GetLearner<CompassModel>(local.Collective.Id, learner);
            while ((await grain.Status()).Head != head)
                await Task.Yield();
        }
    }

    private LocalOptions Options() => Options(null);

    private LocalOptions Options(Mood? mood)
    {
        var options = Compasses.Options(2, mood);
        options.Directory = directory.FullName;
        return options;
    }
}
