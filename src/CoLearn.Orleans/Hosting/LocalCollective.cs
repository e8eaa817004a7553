using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CoLearn;

/// <summary>
/// A collective in one process: a silo on this machine's loopback address, N learners that share a data set, and their rounds.
/// </summary>
/// <example>
/// <code>
/// await using var local = await LocalCollective.StartAsync&lt;MnistModel&gt;(new() { Learners = 5, Settings = { ["Path"] = "data" } });
/// await foreach (var round in local.RunAsync(20))
///     Console.WriteLine($"{round.Index} {round.Outcome} {round.MeanTestScore}");
/// </code>
/// </example>
public sealed class LocalCollective : IAsyncDisposable
{
    private readonly IHost host;
    private readonly CollectiveSettings settings;
    private readonly bool goesOn;
    private readonly ConcurrentBag<Collective> others = [];

    private LocalCollective(IHost host, Collective collective, CollectiveSettings settings, bool goesOn)
    {
        this.host = host;
        this.settings = settings;
        this.goesOn = goesOn;
        Collective = collective;
    }

    /// <summary>The collective as a client sees it; its initial round is done.</summary>
    public Collective Collective { get; }

    /// <summary>The silo's services, such as its grain factory.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>The learners' names: <c>learner-1</c> and so on, padded to equal length.</summary>
    public IReadOnlyList<string> Learners => settings.Learners;

    /// <summary>Starts a silo, creates the collective and waits until its learners have joined and the initial round has made them equal.</summary>
    /// <typeparam name="TModel">The declared model.</typeparam>
    /// <param name="options">Learners, seed, settings.</param>
    /// <param name="cancellation">Cancels the start; nothing is left running.</param>
    /// <returns>The collective.</returns>
    /// <exception cref="LearnerSettingsException">The settings of its learners cannot be used; the message has all that is wrong, a sentence a line.</exception>
    /// <exception cref="StoreException">Nothing can be kept in <see cref="LocalOptions.Directory"/>; the message says why.</exception>
    /// <exception cref="EndpointException">The address of <see cref="CoLearnEndpointOptions.Url"/> cannot be used; the message says why.</exception>
    /// <exception cref="CollectiveException">It cannot start; the message says why.</exception>
    public static async Task<LocalCollective> StartAsync<TModel>(LocalOptions options, CancellationToken cancellation = default)
        where TModel : ILearnerModel
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Learners, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads ?? 1, 1, nameof(options.Threads));
        var learners = NameLearners(options.Learners);
        var host = BuildHost<TModel>(options, learners);
        try
        {
            await host.StartAsync(cancellation);
            var settings = new CollectiveSettings(TModel.Definition.Name, learners)
            {
                Seed = options.Seed,
                Rule = options.Rule(TModel.Definition.Rule),
                StopAfter = options.StopAfter,
                StopAtScore = options.StopAtScore,
            };
            var collective = host.Services.GetRequiredService<IGrainFactory>().GetCollective(options.Collective);
            await collective.CreateAsync(settings, cancellation);
            return new(host, collective, settings, goesOn: options.Directory is not null);
        }
        catch (Exception error) when (error is LearnerSettingsException or OptionsValidationException or StoreException)
        {
            // It has not begun to start, and a host that has not cannot be stopped.
            await DisposeAsync(host);
            throw;
        }
        catch
        {
            // A silo that has not come up cannot be stopped, and says so.
            await host.StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await DisposeAsync(host);
            throw;
        }
    }

    /// <summary>Creates another collective on the same silo from some of the learners, with the same seed and rule.</summary>
    /// <param name="id">The other collective's id.</param>
    /// <param name="learners">Some of <see cref="Learners"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The other collective; its initial round is done.</returns>
    /// <exception cref="CollectiveException">It cannot start; the message says why.</exception>
    public async Task<Collective> CreateAsync(string id, IReadOnlyList<string> learners, CancellationToken cancellation = default)
    {
        var collective = host.Services.GetRequiredService<IGrainFactory>().GetCollective(id);
        await collective.CreateAsync(settings with { Learners = learners }, cancellation);
        others.Add(collective);
        return collective;
    }

    /// <summary>Runs rounds and yields each as it is done.</summary>
    /// <param name="rounds">How many.</param>
    /// <param name="cancellation">Cancels the collective: the enumeration ends when all compute slots have let go of it.</param>
    /// <returns>The records in order.</returns>
    /// <exception cref="OperationCanceledException">The rounds were cancelled, and nothing of them runs any more.</exception>
    public async IAsyncEnumerable<RoundRecord> RunAsync(int rounds, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var records = Collective.RunAsync(rounds, cancellation).GetAsyncEnumerator(cancellation);
        while (await NextAsync())
            yield return records.Current;

        async Task<bool> NextAsync()
        {
            try
            {
                return await records.MoveNextAsync();
            }
            catch (OperationCanceledException)
            {
                await Collective.CancelAsync(CancellationToken.None);
                throw;
            }
        }
    }

    /// <summary>
    /// Cancels what runs, then stops the silo; completes when nothing runs any more. Where <see cref="LocalOptions.Directory"/> is set it only stops, so that
    /// the collectives can go on when they are started again.
    /// </summary>
    /// <returns>Completes when it has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (!goesOn)
        {
            foreach (var collective in others.Append(Collective))
                await collective.CancelAsync();
        }

        await StopAsync(host);
    }

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        await DisposeAsync(host);
    }

    private static async Task DisposeAsync(IHost host)
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        else
            host.Dispose();
    }

    private static IHost BuildHost<TModel>(LocalOptions options, IReadOnlyList<string> learners)
        where TModel : ILearnerModel
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        AddConfiguration(builder.Configuration, Environment.CurrentDirectory);
        options.Configuration?.Invoke(builder.Configuration);
        // What keeps its host from starting is thrown, not logged as well.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        options.Services?.Invoke(builder.Services);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.AddCoLearn(site =>
            {
                site.IsAlone = true;
                if (options.Directory is { } directory)
                    site.Store(directory);
                if (options.Threads is { } threads)
                    site.Compute(compute => (compute.Slots, compute.TrainingThreads) = (threads, threads));
                for (var index = 0; index < learners.Count; index++)
                    site.Host<TModel>(learners[index], SettingsOf(options, index));
            });
            options.Silo?.Invoke(silo);
        });
        return builder.Build();
    }

    internal static void AddConfiguration(ConfigurationManager configuration, string directory)
    {
        var file = Path.Combine(directory, "appsettings.json");
        try
        {
            configuration.AddJsonFile(file, optional: true);
        }
        catch (InvalidDataException error)
        {
            throw new LearnerSettingsException([$"The settings in '{file}' cannot be read: {(error.InnerException ?? error).Message.TrimEnd('.')}."], error);
        }

        // The standard OTEL_* variables among them.
        configuration.AddEnvironmentVariables();
    }

    private static IConfiguration SettingsOf(LocalOptions options, int index)
        => new ConfigurationBuilder()
            .AddInMemoryCollection(options.Settings)
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Shard:Count"] = FormattableString.Invariant($"{options.Learners}"),
                ["Shard:Index"] = FormattableString.Invariant($"{index}"),
            })
            .Build();

    private static string[] NameLearners(int count)
    {
        var width = FormattableString.Invariant($"{count}").Length;
        return [.. Enumerable.Range(1, count).Select(number => "learner-" + number.ToString($"D{width}", System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
