using CoLearn.Clusters;
using CoLearn.Registry;
using CoLearn.Rounds;
using CoLearn.Shell;

namespace CoLearn.Start;

/// <summary>Creates a collective, asks for rounds, and follows them.</summary>
internal static class Starting
{
    /// <summary>Runs the verb.</summary>
    /// <exception cref="MistakeException">The cluster cannot be reached, or refuses.</exception>
    public static async Task<int> RunAsync(StartOptions options, Terminal terminal, CancellationToken cancellation)
    {
        var begun = false;
        try
        {
            return await ClusterVerb.RunAsync(options.Cluster, StartAsync, cancellation);
        }
        catch (OperationCanceledException) when (begun)
        {
            await terminal.Error.WriteLineAsync(
                $"Collective '{options.Collective}' goes on without you; 'colearn watch {options.Collective}' follows it, and 'colearn cancel {options.Collective}' ends it.");
            throw;
        }

        async Task<int> StartAsync(IClusterClient client)
        {
            var collective = client.GetCollective(options.Collective);
            var status = await collective.StatusAsync(cancellation);
            var isNew = status.Phase == CollectivePhase.Unknown;
            if (options.Settings is { } settings)
            {
                var sites = await client.GetGrain<IRegistryGrain>(0).Sites().WaitAsync(cancellation);
                // Sites may be down for a while once they have joined.
                if (isNew)
                    RequireHosted(settings, sites);
                var rule = options.Rule?.Invoke(Declared(settings.Model, sites));
                status = await collective.CreateAsync(settings with { Rule = rule }, cancellation);
            }
            else if (isNew)
            {
                throw new MistakeException($"The cluster does not know collective '{options.Collective}'; --model and --learners create it.", ExitCode.Usage);
            }

            var from = isNew ? 0 : status.Round + 1;
            status = await collective.BeginAsync(options.Rounds, cancellation);
            begun = true;
            if (options.Detach)
            {
                await terminal.Output.WriteAsync(options.Json
                    ? Json.Of(Status.StatusReport.Content(status))
                    : $"Collective '{options.Collective}' runs to round {status.Target}; 'colearn watch {options.Collective}' follows it.\n");
                return ExitCode.Success;
            }

            var printer = new RoundPrinter(terminal, status.Learners, options.Json);
            await foreach (var round in collective.Rounds(from, untilIdle: true, cancellation))
                await printer.PrintAsync(round);
            status = await collective.StatusAsync(cancellation);
            if (!options.Json && status.StopReason is { } stopped)
                await terminal.Output.WriteLineAsync($"It stopped after round {status.Round}: {stopped}");
            return ExitCode.Success;
        }
    }

    private static void RequireHosted(CollectiveSettings settings, IReadOnlyList<SiteEntry> sites)
    {
        Declared(settings.Model, sites);
        var nowhere = settings.Learners.Where(learner => !sites.Any(site => site.Learners.Contains($"{settings.Model}/{learner}"))).ToList();
        if (nowhere.Count > 0)
            throw new CollectiveException($"No site of the cluster hosts {string.Join(", ", nowhere.Select(learner => $"'{learner}'"))} of model '{settings.Model}'; 'colearn probe' lists who is hosted.");
    }

    /// <summary>The rule that a model declares; all sites that host it have to agree on it.</summary>
    private static CollectiveRule Declared(string model, IReadOnlyList<SiteEntry> sites)
    {
        var hosting = sites.SelectMany(site => site.Models.Where(hosted => hosted.Name == model).Select(hosted => (site.Site, Model: hosted))).ToList();
        if (hosting.Count == 0)
        {
            var known = sites.SelectMany(site => site.Models.Select(hosted => $"'{hosted.Name}'")).Distinct().Order(StringComparer.Ordinal).ToList();
            throw new CollectiveException($"No site of the cluster hosts model '{model}'; {(known.Count == 0 ? "none hosts any" : $"there is {string.Join(", ", known)}")}.");
        }

        return hosting.Select(site => site.Model).Distinct().Count() == 1
            ? hosting[0].Model.Rule
            : throw new CollectiveException($"The sites {string.Join(", ", hosting.Select(site => $"'{site.Site}'"))} do not declare model '{model}' alike; 'colearn probe' shows how they differ.");
    }
}
