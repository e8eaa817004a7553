namespace CoLearn.Rounds;

/// <summary>A round as it is saved, in three parts: two are large where many learners take part, and each changes at times of its own.</summary>
internal sealed class SavedRound(IPersistentState<Opening> opening, IPersistentState<RoundState> round, IPersistentState<Told> told)
{
    /// <summary>What is saved.</summary>
    public RoundState State => RoundNotes.Saved(round.State, opening.State, told.State);

    /// <summary>Saves what has changed. After the outcome only who knows of it changes.</summary>
    public Task SaveAsync(RoundState before, RoundState next)
    {
        if (before.Phase == RoundPhase.Done)
        {
            told.State = next.Told;
            return told.WriteStateAsync();
        }

        round.State = next;
        if (ReferenceEquals(next.Start, before.Start))
            return round.WriteStateAsync();
        opening.State = new() { Start = next.Start };
        return Task.WhenAll(opening.WriteStateAsync(), round.WriteStateAsync());
    }
}
