namespace CoLearn.Examples.Mnist;

/// <summary>What a comparison needs of a results file.</summary>
internal sealed record ComparedRun
{
    public required string File { get; init; }

    public required string Model { get; init; }

    public required string Criterion { get; init; }

    public required int Learners { get; init; }

    public required int TrainExamples { get; init; }

    /// <summary>How many train for a mean; <see langword="null"/> in turns.</summary>
    public required int? Contributors { get; init; }

    public required long Seed { get; init; }

    public required int Threads { get; init; }

    /// <summary>What must be equal in all runs that are compared, by name.</summary>
    public required IReadOnlyList<(string Name, string Value)> Conditions { get; init; }

    /// <summary>What must be equal, too, where seeds are: which digits the learners vote with.</summary>
    public required string VoteSets { get; init; }

    /// <summary>The initial round and those after it.</summary>
    public required IReadOnlyList<ComparedRound> Rounds { get; init; }

    public string Strategy
        => Contributors is not { } some ? Strategies.Turns
            : some == Learners ? Strategies.Average
            : FormattableString.Invariant($"{Strategies.Average} of {some}");

    /// <summary>After which round the accepted weights first had a score or a better one; <see langword="null"/> where they never had.</summary>
    public int? FirstWith(double score)
    {
        for (var round = 0; round < Rounds.Count; round++)
        {
            // A mean of accuracies may lack a double's last bit.
            if (Rounds[round].Score >= score - 1e-9)
                return round;
        }

        return null;
    }
}
