using Orleans.Storage;

namespace CoLearn.Learners;

/// <summary>
/// What a learner notes, changed by one after another. It is kept in a grain storage directly: what Orleans puts between for the grain's own calls takes longer than
/// to keep a note in memory, and would carry it along where the learner's silo changes.
/// </summary>
internal sealed class LearnerNotes(IGrainStorage storage, GrainId learner) : IDisposable
{
    private const string StateName = "learner";

    private readonly SemaphoreSlim changing = new(1);
    private readonly GrainState<LearnerNote> saved = new(new LearnerNote());

    /// <summary>What is saved.</summary>
    public LearnerNote Note => saved.State!;

    public Task ReadAsync() => storage.ReadStateAsync(StateName, learner, saved);

    /// <summary>Changes the note and saves it, where the change makes another one of it.</summary>
    public async Task ChangeAsync(Func<LearnerNote, LearnerNote> change)
    {
        await changing.WaitAsync();
        var before = Note;
        try
        {
            saved.State = change(before);
            if (!ReferenceEquals(saved.State, before))
                await storage.WriteStateAsync(StateName, learner, saved);
        }
        catch
        {
            saved.State = before;
            throw;
        }
        finally
        {
            changing.Release();
        }
    }

    public void Dispose() => changing.Dispose();
}
