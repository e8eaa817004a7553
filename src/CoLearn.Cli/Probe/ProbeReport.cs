using System.Globalization;
using CoLearn.Ledger;
using CoLearn.Status;
using Spectre.Console;

namespace CoLearn.Probe;

/// <summary>What a cluster serves, for a reader and for a program.</summary>
internal static class ProbeReport
{
    public static string Json(ProbeResult found) => Shell.Json.Of(new
    {
        silos = found.Silos,
        sites = found.Sites.Select(site => new
        {
            site = site.Site,
            silo = ProbeResult.Address(site.Silo),
            active = found.IsActive(site),
            started = site.Started,
            learners = site.Learners,
            models = site.Models.Select(model => new { name = model.Name, fingerprint = model.Fingerprint, ruleHash = RecordHash.Of(model.Rule) }),
        }),
        collectives = found.Collectives.Select(StatusReport.Content),
        differences = found.Differences,
    });

    public static void Print(ProbeResult found, IAnsiConsole console)
    {
        var sites = Table("site", "silo", "active", "started", "learners");
        foreach (var site in found.Sites)
        {
            sites.AddRow(
                new Text(site.Site),
                new Text(ProbeResult.Address(site.Silo)),
                new Text(found.IsActive(site) ? "yes" : "no"),
                new Text(site.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
                new Text(string.Join(", ", site.Learners)));
        }

        var models = Table("model", "fingerprint", "rule", "sites");
        foreach (var model in found.Sites.SelectMany(site => site.Models.Select(model => (site.Site, Model: model))).GroupBy(one => (one.Model.Name, one.Model.Fingerprint, Rule: RecordHash.Of(one.Model.Rule))))
            models.AddRow(new Text(model.Key.Name), new Text(Short(model.Key.Fingerprint)), new Text(Short(model.Key.Rule)), new Text(string.Join(", ", model.Select(one => one.Site))));

        var collectives = Table("collective", "model", "phase", "round", "learners");
        foreach (var collective in found.Collectives)
        {
            collectives.AddRow(
                new Text(collective.Collective),
                new Text(collective.Model ?? "-"),
                new Text(Shell.Json.Word(collective.Phase)),
                new Text(FormattableString.Invariant($"{Math.Max(collective.Round, 0)} of {Math.Max(collective.Target, 0)}")),
                new Text(string.Join(", ", collective.Learners)));
        }

        console.Write(new Text(FormattableString.Invariant($"{found.Silos.Count} {(found.Silos.Count == 1 ? "silo is" : "silos are")} active: {string.Join(", ", found.Silos)}\n\n")));
        console.Write(sites);
        console.WriteLine();
        console.Write(models);
        console.WriteLine();
        if (found.Collectives.Count > 0)
            console.Write(collectives);
        else
            console.Write(new Text("No collective runs.\n"));
        console.WriteLine();
        foreach (var difference in found.Differences)
            console.Write(new Text($"✗ {difference}\n"));
        if (found.Differences.Count == 0)
            console.Write(new Text("✓ All sites agree on their models and rules.\n"));
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).PadLeft(0).PadRight(2));
        return table;
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
