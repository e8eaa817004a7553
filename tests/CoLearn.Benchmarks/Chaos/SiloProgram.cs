using System.Diagnostics;
using System.Net;
using CoLearn.Benchmarks.Moved;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using StackExchange.Redis;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>A process with one silo. It says when it is ready, and ends with whoever started it.</summary>
internal static class SiloProgram
{
    public const string Verb = "chaos-silo";
    public const string Ready = "ready";
    public const string Cluster = "chaos";

    public static async Task RunAsync(SiloPlan plan)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter((category, level) => level >= (category?.StartsWith("CoLearn", StringComparison.Ordinal) == true ? LogLevel.Information : LogLevel.Error));
        builder.UseOrleans(silo => Configure(silo, plan));
        using var counting = SiloReport.Count();
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine(Ready);
        // The parent holds the other end; SIGTERM ends it, too.
        await Task.WhenAny(Task.Run(Answer), host.WaitForShutdownAsync());
        await host.StopAsync();
    }

    private static void Answer()
    {
        while (Console.ReadLine() is not null)
            Console.WriteLine(SiloReport.Take().ToText());
    }

    private static void Configure(ISiloBuilder silo, SiloPlan plan)
    {
        silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = Cluster);
        if (plan.Redis is { } redis)
        {
            silo.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            silo.AddRedisGrainStorage("colearn", options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            silo.ConfigureEndpoints(IPAddress.Loopback, plan.SiloPort, plan.GatewayPort);
        }
        else
        {
            silo.UseLocalhostClustering(plan.SiloPort, plan.GatewayPort, serviceId: Cluster, clusterId: Cluster);
        }

        if (plan.WeightsBytes > 0)
        {
            silo.AddCoLearn(site => HostMoved(site, plan));
            return;
        }

        if (plan.Trains)
        {
            silo.AddCoLearn(site => HostStripes(site, plan));
            return;
        }

        silo.AddCoLearn(site =>
        {
            site.Site(plan.Site).Store(plan.Directory).Compute(compute => compute.Slots = 1).Watch(watch => watch.Every = TimeSpan.FromSeconds(1));
            var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Trail"] = plan.Trail,
                ["BusyMilliseconds"] = FormattableString.Invariant($"{plan.BusyMilliseconds}"),
                ["BusyThreads"] = FormattableString.Invariant($"{plan.BusyThreads}"),
            }).Build();
            foreach (var learner in plan.Learners)
                site.Host<ChaosModel>(learner, settings);
            if (plan.KilledAt is { } point)
                site.Fault(point, (_, round) => KillIn(plan, round));
        });
    }

    private static void HostMoved(CoLearnSiloBuilder site, SiloPlan plan)
    {
        site.Site(plan.Site).Compute(compute => compute.Slots = 1).Weights(weights => weights.KeptAccepts = 1);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Bytes"] = FormattableString.Invariant($"{plan.WeightsBytes}") }).Build();
        foreach (var learner in plan.Learners)
            _ = plan.Averages ? site.Host<MeanModel>(learner, settings) : site.Host<MovedModel>(learner, settings);
    }

    private static void HostStripes(CoLearnSiloBuilder site, SiloPlan plan)
    {
        site.Site(plan.Site).Store(plan.Directory).Compute(compute => compute.Slots = compute.TrainingThreads = compute.EvaluationThreads = 1);
        foreach (var learner in plan.Learners)
            site.Host<StripeModel>(learner);
    }

    private static void KillIn(SiloPlan plan, int round)
    {
        if (round != plan.KilledIn)
            return;
        if (plan.Politely)
        {
            using var kill = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{Environment.ProcessId}")]);
            return;
        }

        // SIGKILL: no handler, no finally.
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
