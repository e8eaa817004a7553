namespace CoLearn.Learners;

/// <summary>A piece of a learner's work, for a round or for none, until it is done or dropped.</summary>
internal sealed class Piece(LearnerActivity doing, int? round) : IDisposable
{
    private readonly CancellationTokenSource ends = new();

    public LearnerActivity Doing => doing;

    public int? Round => round;

    public CancellationToken Cancellation => ends.Token;

    /// <summary>Nobody waits for it any more. It ends when its compute slot notices.</summary>
    public void Drop() => ends.CancelAsync().Ignore();

    public void Dispose() => ends.Dispose();
}
