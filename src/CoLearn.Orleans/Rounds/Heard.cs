namespace CoLearn.Rounds;

/// <summary>How many of a phase's answers have come in, saved or not. A few of many can wait for more before they are saved; the last one cannot.</summary>
internal sealed class Heard
{
    private int answers;

    /// <summary>Begins with what a state has of its phase.</summary>
    public void Begin(RoundState state) => answers = state.Phase switch
    {
        RoundPhase.Voting => state.Answers.Count + state.Lost.Count,
        RoundPhase.Done => state.Told.Learners,
        _ => 0,
    };

    /// <summary>Counts a signal.</summary>
    /// <returns>Whether it cannot wait: it is the last answer, or none.</returns>
    public bool IsUrgent(RoundState state, RoundSignal signal)
    {
        answers += signal switch
        {
            RoundSignal.Voted voted => voted.Reports.Count,
            RoundSignal.Confirmed confirmed => confirmed.Reports.Count,
            RoundSignal.Lost => 1,
            _ => 0,
        };
        return answers >= state.Start?.Learners.Count || signal is not (RoundSignal.Voted or RoundSignal.Confirmed);
    }
}
