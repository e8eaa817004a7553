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
        var created = false;
        try
        {
            return await ClusterVerb.RunAsync(options.Cluster, StartAsync, cancellation);
        }
        catch (OperationCanceledException) when (created)
        {
            await terminal.Error.WriteLineAsync(
                $"Collective '{options.Collective}' goes on without you; 'colearn watch {options.Collective}' follows it, and 'colearn cancel {options.Collective}' ends it.");
            throw;
        }

        async Task<int> StartAsync(IClusterClient client)
        {
            var sites = await client.GetGrain<IRegistryGrain>(0).Sites().WaitAsync(cancellation);
            var rule = HostedRule(options.Settings, sites);
            var collective = client.GetCollective(options.Collective);
            var status = await collective.CreateAsync(options.Settings with { Rule = options.Rule?.Invoke(rule) }, cancellation);
            created = true;
            if (options.Detach)
            {
                status = await collective.BeginAsync(options.Rounds, cancellation);
                await terminal.Output.WriteAsync(options.Json
                    ? Json.Of(Status.StatusReport.Content(status))
                    : $"Collective '{options.Collective}' runs to round {status.Target}; 'colearn watch {options.Collective}' follows it.\n");
                return ExitCode.Success;
            }

            var printer = new RoundPrinter(terminal, status.Learners, options.Json);
            if (status.Round == 0)
            {
                await foreach (var initial in collective.Rounds(0, cancellation))
                {
                    await printer.PrintAsync(initial);
                    break;
                }
            }

            await foreach (var round in collective.RunAsync(options.Rounds, cancellation))
                await printer.PrintAsync(round);
            status = await collective.StatusAsync(cancellation);
            if (!options.Json && status.StopReason is { } stopped)
                await terminal.Output.WriteLineAsync($"It stopped after round {status.Round}: {stopped}");
            return ExitCode.Success;
        }
    }

    /// <summary>The rule that the sites' model declares, which all of them that host one of its learners have to agree on.</summary>
    private static CollectiveRule HostedRule(CollectiveSettings settings, IReadOnlyList<SiteEntry> sites)
    {
        var hosting = sites.SelectMany(site => site.Models.Where(model => model.Name == settings.Model).Select(model => (site.Site, Model: model))).ToList();
        if (hosting.Count == 0)
        {
            var known = sites.SelectMany(site => site.Models.Select(model => $"'{model.Name}'")).Distinct().Order(StringComparer.Ordinal).ToList();
            throw new CollectiveException($"No site of the cluster hosts model '{settings.Model}'; {(known.Count == 0 ? "none hosts any" : $"there is {string.Join(", ", known)}")}.");
        }

        var nowhere = settings.Learners.Where(learner => !sites.Any(site => site.Learners.Contains($"{settings.Model}/{learner}"))).ToList();
        if (nowhere.Count > 0)
            throw new CollectiveException($"No site of the cluster hosts {string.Join(", ", nowhere.Select(learner => $"'{learner}'"))} of model '{settings.Model}'; 'colearn probe' lists who is hosted.");
        if (hosting.Select(site => site.Model).Distinct().Count() > 1)
            throw new CollectiveException($"The sites {string.Join(", ", hosting.Select(site => $"'{site.Site}'"))} do not declare model '{settings.Model}' alike; 'colearn probe' shows how they differ.");
        return hosting[0].Model.Rule;
    }
}
