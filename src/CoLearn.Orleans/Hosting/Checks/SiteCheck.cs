using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CoLearn.Clusters;
using CoLearn.Exchange;

namespace CoLearn.Hosting;

/// <summary>Looks whether a site can start, without starting it: nothing is left behind, and no other party is told.</summary>
internal static class SiteCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs it.</summary>
    /// <param name="settings">The settings, as far as they can be used.</param>
    /// <param name="mistakes">What is wrong with the configuration.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(SiloSettings settings, IReadOnlyList<string> mistakes, CancellationToken cancellation)
    {
        List<Finding> findings = [.. mistakes.Select(mistake => new Finding("configuration", false, mistake))];
        if (mistakes.Count == 0)
            findings.Add(new("configuration", true, $"The configuration can be used: site '{settings.Site}' hosts {Learners(settings.Hosted.Count)}."));
        foreach (var hosted in settings.Hosted)
            findings.Add(await DataAsync(hosted, cancellation));
        if (settings.Store is { } store)
            findings.Add(Store(store, settings.Hosted));
        findings.AddRange(Ports(settings));
        // A mistake in it is there already.
        if (!settings.Cluster.Kind.Mistakes(settings.Cluster.Section).Any())
            findings.Add(await ClusterAsync(settings.Cluster, cancellation));
        return findings;
    }

    /// <summary>Whether the silo's ports are free.</summary>
    public static IEnumerable<Finding> Ports(SiloSettings settings)
    {
        var cluster = settings.Cluster;
        var at = cluster.Listen ?? cluster.Address;
        List<(string Name, IPAddress? Address, int Port)> ports = [("silo", at, cluster.SiloPort), ("gateway", at, cluster.GatewayPort)];
        if (settings.Endpoint is { } endpoint)
            ports.Add(("endpoint", endpoint.Address, endpoint.Port));
        foreach (var (name, address, port) in ports)
        {
            string? problem = null;
            try
            {
                using var listener = new TcpListener(address ?? IPAddress.Any, port);
                listener.Start();
            }
            catch (SocketException refusal)
            {
                problem = refusal.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? "another process listens there; end it, or choose another port"
                    : Sentences.First(refusal.Message).TrimEnd('.');
            }

            yield return new("port", problem is null, FormattableString.Invariant(
                $"The {name} port {port}{(address is null ? "" : $" of {address}")} {(problem is null ? "is free." : $"cannot be used: {problem}.")}"));
        }
    }

    private static async Task<Finding> DataAsync(HostedModel hosted, CancellationToken cancellation)
    {
        var (definition, learner) = (hosted.Learner.Definition, hosted.Learner.Learner);
        var name = $"learner '{learner}' of model '{definition.Name}'";
        try
        {
            var context = new LearnerContext("check", learner, definition.Name, CollectiveSeed: 0) { VoteExamples = definition.Rule.VoteExamples };
            var loaded = await definition.LoadAsync(context, hosted.Learner.Settings, cancellation);
            var data = loaded.Data;
            (loaded as IDisposable)?.Dispose();
            return new("data", true, string.Create(
                CultureInfo.InvariantCulture,
                $"The data of {name} can be used: {data.TrainExamples} examples to train, {data.VoteExamples} to vote{(data.TestExamples is { } test ? $" and {test} to test" : "")} with.{string.Concat(data.Warnings.Select(warning => " " + warning))}"));
        }
        catch (LearnerDataException mistake)
        {
            return new("data", false, mistake.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new("data", false, $"The data of {name} cannot be used: {Sentences.First(failure.Message)}");
        }
    }

    private static Finding Store(string directory, IReadOnlyList<HostedModel> hosted)
    {
        try
        {
            var existing = new DirectoryInfo(directory);
            while (!existing.Exists && existing.Parent is { } parent)
                existing = File.Exists(existing.FullName) ? throw new IOException($"'{existing.FullName}' is a file.") : parent;
            using (File.Create(Path.Combine(existing.FullName, $".colearn-check-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose))
            {
                // It can be written.
            }

            var (free, needed) = (new DriveInfo(existing.FullName).AvailableFreeSpace, Needed(hosted));
            return free >= needed
                ? new("store", true, $"The store '{directory}' can be written, and has {Megabytes(free)} free.")
                : new("store", false, $"The store '{directory}' has {Megabytes(free)} free, but the weights that it keeps need about {Megabytes(needed)}.");
        }
        catch (UnauthorizedAccessException)
        {
            return new("store", false, $"The store '{directory}' cannot be written; let the silo's user write there, or name another directory.");
        }
        catch (IOException refusal)
        {
            return new("store", false, $"The store '{directory}' cannot be written: {Sentences.First(refusal.Message)}");
        }
    }

    // The accepted ones that are kept, and a proposal of each learner.
    private static long Needed(IReadOnlyList<HostedModel> hosted) => hosted
        .GroupBy(one => one.Learner.Definition)
        .Sum(group => (WeightsOptions.DefaultKeptAccepts + group.Count()) * ParameterBytes(group.Key));

    private static long ParameterBytes(LearnerDefinition definition)
        => definition.Layers.Count > 0 ? definition.Layers.Sum(layer => layer.Parameters) * sizeof(float) : Math.Min(definition.Format.MaxBytes, 1 << 20);

    private static async Task<Finding> ClusterAsync(ClusterSettings<ClusterKind> cluster, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(Patience);
        return await cluster.Kind.ProblemAsync(cluster.Section, late.Token) is { } problem
            ? new("cluster", false, problem)
            : new("cluster", true, cluster.Kind switch
            {
                LocalhostCluster => "The silo is a cluster of its own on this machine.",
                OwnCluster => "The program brings its own cluster, which is not looked at.",
                _ => $"The cluster '{cluster.ClusterId}' can be reached: its {cluster.Kind.Name} answers.",
            });
    }

    private static string Learners(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "learner" : "learners")}");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:#,0} MB");
}
