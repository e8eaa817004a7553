using System.Globalization;
using CoLearn.Ledger;
using CoLearn.Shell;
using Spectre.Console;

namespace CoLearn.Status;

/// <summary>A status for a reader, and for a program.</summary>
internal static class StatusReport
{
    public static async Task PrintAsync(CollectiveStatus status, Terminal terminal, bool json)
    {
        if (json)
            await terminal.Output.WriteAsync(Json.Of(Content(status)));
        else
            Print(status, terminal.Tables);
    }

    public static object Content(CollectiveStatus status) => new
    {
        collective = status.Collective,
        phase = Json.Word(status.Phase),
        problem = status.Problem,
        model = status.Model,
        fingerprint = status.Fingerprint,
        ruleHash = status.Rule is { } rule ? RecordHash.Of(rule) : null,
        seed = status.Seed,
        round = status.Round,
        target = status.Target,
        head = status.Head,
        acceptedHash = status.AcceptedHash,
        stopReason = status.StopReason,
        warnings = status.Warnings,
        learners = status.Learners.Select(learner => new
        {
            learner,
            accepts = status.Accepts.GetValueOrDefault(learner),
            lost = status.Lost.Contains(learner),
            trainExamples = status.Data.GetValueOrDefault(learner)?.TrainExamples,
            voteExamples = status.Data.GetValueOrDefault(learner)?.VoteExamples,
            testExamples = status.Data.GetValueOrDefault(learner)?.TestExamples,
            settings = status.Settings.GetValueOrDefault(learner)?.ToDictionary(setting => setting.Name, setting => setting.Value) ?? [],
        }),
        refused = status.Refused,
    };

    public static void Print(CollectiveStatus status, IAnsiConsole console, bool withSettings = true)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2)).AddColumn(new GridColumn().PadLeft(0));
        Add("collective", status.Collective);
        Add("phase", Json.Word(status.Phase));
        Add("problem", status.Problem);
        Add("model", status.Model);
        Add("fingerprint", status.Fingerprint);
        Add("seed", Number(status.Seed));
        if (status.Rule is { } rule)
            Add("rule", FormattableString.Invariant($"{rule.Strategy}, votes by {rule.Criterion}, threshold {rule.Threshold}"));
        Add("rounds", status.Round < 0 ? "none yet" : FormattableString.Invariant($"{status.Round} of {Math.Max(status.Target, status.Round)} done"));
        Add("head", status.Head);
        Add("weights", status.AcceptedHash);
        Add("stopped", status.StopReason);
        console.Write(facts);
        console.WriteLine();
        console.Write(Learners(status, withSettings));
        foreach (var (learner, problem) in status.Refused)
            console.Write(new Text($"! {learner} could not join: {problem}\n"));
        foreach (var warning in status.Warnings.Concat(status.Data.Values.SelectMany(data => data.Warnings)))
            console.Write(new Text($"! {warning}\n"));

        void Add(string name, string? value)
        {
            if (value is not null)
                facts.AddRow(new Text(name), new Text(value));
        }
    }

    private static Table Learners(CollectiveStatus status, bool withSettings)
    {
        var table = new Table().Border(TableBorder.None)
            .AddColumn(Left("learner")).AddColumn(Right("accepts")).AddColumn(Right("train")).AddColumn(Right("vote")).AddColumn(Right("test")).AddColumn(Left(withSettings ? "trains with" : ""));
        foreach (var learner in status.Learners)
        {
            var data = status.Data.GetValueOrDefault(learner);
            var settings = !withSettings ? "" : string.Join(", ", (status.Settings.GetValueOrDefault(learner) ?? []).Select(setting => $"{setting.Name} {setting.Value}"));
            table.AddRow(
                new Text(learner), Number(status.Accepts.GetValueOrDefault(learner)), Number(data?.TrainExamples), Number(data?.VoteExamples), Number(data?.TestExamples),
                new Text(status.Lost.Contains(learner) ? $"(not reached in the last round) {settings}".TrimEnd() : settings));
        }

        return table;

        static TableColumn Left(string name) => new TableColumn(name).PadLeft(0).PadRight(2);
        static TableColumn Right(string name) => Left(name).RightAligned();
        static Text Number(int? value) => new(value is { } number ? StatusReport.Number(number) : "-");
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
