using CoLearn.Clusters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using Orleans.Configuration;

namespace CoLearn.Hosting;

/// <summary>A silo from its start until it is told to stop.</summary>
internal sealed class SiloRun(CoLearnSiloProgram program, SiloSettings settings, IConfiguration configuration, TextWriter output, TextWriter error)
{
    private ClusterSettings<ClusterKind> Cluster => settings.Cluster;

    /// <summary>Runs it.</summary>
    /// <returns>See <see cref="SiloExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        foreach (var taken in SiteCheck.Ports(settings).Where(finding => !finding.Holds))
            return await EndAsync(taken.Sentence, SiloExitCode.Failed);
        if (await Cluster.Kind.ProblemAsync(Cluster.Section, cancellation) is { } problem)
            return await EndAsync(problem, SiloExitCode.Unreachable);
        try
        {
            using var host = BuildHost();
            await host.StartAsync(cancellation);
            await output.WriteLineAsync(Ready());
            await host.WaitForShutdownAsync(cancellation);
            return SiloExitCode.Success;
        }
        catch (Exception mistake) when (mistake is LearnerSettingsException or StoreException or OptionsValidationException or OrleansConfigurationException)
        {
            return await EndAsync(mistake.Message, SiloExitCode.Configuration);
        }
        catch (OperationCanceledException)
        {
            // It was told to stop while it started.
            return SiloExitCode.Success;
        }
        catch (Exception failure)
        {
            return await EndAsync($"The silo of site '{settings.Site}' ended: {Sentences.First(failure.Message)}", SiloExitCode.Failed);
        }
    }

    private IHost BuildHost()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            // What keeps its host from starting is printed in a sentence, not logged as well.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            // The machine's uptime, taken for a delay.
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error)
            .AddConfiguration(configuration.GetSection("Logging"));
        if (configuration.AsEnumerable().Any(setting => setting.Key.StartsWith("OTEL_EXPORTER_OTLP_", StringComparison.Ordinal)))
        {
            builder.Services.AddOpenTelemetry()
                .UseOtlpExporter()
                .WithTracing(tracing => tracing.AddCoLearnInstrumentation())
                .WithMetrics(metrics => metrics.AddCoLearnInstrumentation());
        }

        builder.UseOrleans(Configure);
        return builder.Build();
    }

    private void Configure(ISiloBuilder silo)
    {
        Cluster.Kind.Use(silo, Cluster.Section);
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Cluster.ClusterId, Cluster.ServiceId));
        silo.Configure<EndpointOptions>(endpoint =>
        {
            (endpoint.SiloPort, endpoint.GatewayPort) = (Cluster.SiloPort, Cluster.GatewayPort);
            if (Cluster.Address is { } address)
                endpoint.AdvertisedIPAddress = address;
            if (Cluster.Listen is { } listen)
                (endpoint.SiloListeningEndpoint, endpoint.GatewayListeningEndpoint) = (new(listen, Cluster.SiloPort), new(listen, Cluster.GatewayPort));
        });
        program.Configure(silo, settings.Switches);
        silo.AddCoLearn(site =>
        {
            site.Site(settings.Site);
            if (settings.Store is { } directory)
                site.Store(directory);
            site.Compute(compute => (compute.Slots, compute.TrainingThreads, compute.EvaluationThreads) =
                (settings.Compute.Slots, settings.Compute.TrainingThreads, settings.Compute.EvaluationThreads));
            site.Watch(watch => watch.Every = settings.Watch.Every);
            foreach (var hosted in settings.Hosted)
                hosted.Model.Host(site, hosted.Learner.Learner, hosted.Learner.Settings);
        });
    }

    private string Ready()
    {
        var learners = settings.Hosted.Select(hosted => $"{hosted.Learner.Definition.Name}/{hosted.Learner.Learner}");
        return FormattableString.Invariant(
            $"Site '{settings.Site}' is ready: it hosts {string.Join(", ", learners)}; silo port {Cluster.SiloPort}, gateway port {Cluster.GatewayPort}.");
    }

    private async Task<int> EndAsync(string sentence, int exitCode)
    {
        await error.WriteLineAsync(sentence);
        return exitCode;
    }
}
