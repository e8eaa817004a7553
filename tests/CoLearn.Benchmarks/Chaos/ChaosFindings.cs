using CoLearn.Ledger;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>What is found when the rounds are done.</summary>
internal sealed record ChaosFindings
{
    /// <summary>All records as they are stored.</summary>
    public required IReadOnlyList<RoundRecord> Records { get; init; }

    /// <summary>What the check of the exported ledger says.</summary>
    public required LedgerReport Ledger { get; init; }

    /// <summary>The records as they came to the client while it happened.</summary>
    public required IReadOnlyList<RoundRecord> Seen { get; init; }

    public required CollectiveStatus Status { get; init; }

    public required IReadOnlyDictionary<string, string?> LearnersHold { get; init; }

    /// <summary>A line for each training that was begun.</summary>
    public required IReadOnlyList<string> Trainings { get; init; }

    public required IReadOnlyList<Kill> Kills { get; init; }

    /// <summary>Silos that ended without being killed.</summary>
    public required IReadOnlyList<string> Fallen { get; init; }

    /// <summary>What must not be, in sentences; empty where all is well.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var finding in Ledger.Findings)
            yield return finding.Sentence.TrimEnd('.');
        if (Ledger.Records != Status.Round + 1 || Ledger.Head != Status.Head)
            yield return $"the ledger has {Ledger.Records} records and the head {Ledger.Head}, but the collective is at round {Status.Round} with the head {Status.Head}";
        foreach (var record in Seen.Where(record => record.Index >= Records.Count || Records[record.Index].Hash != record.Hash))
            yield return $"round {record.Index} had another outcome when it was seen";
        foreach (var learner in LearnersHold.Where(learner => learner.Value != Status.AcceptedHash))
            yield return $"learner '{learner.Key}' goes on with other weights than the collective";
        foreach (var training in Trainings.CountBy(training => training).Where(training => training.Value > 1))
            yield return $"'{training.Key}' was trained {training.Value} times";
        foreach (var site in Fallen)
            yield return $"the silo of site '{site}' ended although it was not killed";
    }
}
