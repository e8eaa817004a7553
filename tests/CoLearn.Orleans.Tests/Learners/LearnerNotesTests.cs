using CoLearn.Rounds;
using CoLearn.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace CoLearn.Learners;

public sealed class LearnerNotesTests
{
    private static readonly GrainId Learner = GrainId.Create("learner.compass", "c/ann");

    private readonly SiloMemory memory = new(new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<IActivatorProvider>());

    [Fact]
    public async Task Note_IsThereForTheNextActivation()
    {
        using var first = await ReadAsync();
        Assert.Equal(new(), first.Note);
        await first.ChangeAsync(note => note with { Begun = Work(1) });
        await first.ChangeAsync(note => note with { Standing = new(1, "weights", "head") });

        using var second = await ReadAsync();
        Assert.Equal((Work(1), new Standing(1, "weights", "head")), (second.Note.Begun, second.Note.Standing));
    }

    [Fact]
    public async Task Change_OfNothing_WritesNothing()
    {
        using var first = await ReadAsync();
        await first.ChangeAsync(note => note with { Begun = Work(1) });
        using var second = await ReadAsync();
        await second.ChangeAsync(note => note);

        // It would be refused, had the other one written.
        await first.ChangeAsync(note => note with { Begun = Work(2) });
        Assert.Equal(Work(2), first.Note.Begun);
    }

    [Fact]
    public async Task Change_OfWhatAnotherActivationChanged_IsRefusedAndNotBelieved()
    {
        using var stale = await ReadAsync();
        using var other = await ReadAsync();
        await other.ChangeAsync(note => note with { Begun = Work(2) });

        await Assert.ThrowsAsync<InconsistentStateException>(() => stale.ChangeAsync(note => note with { Begun = Work(1) }));
        Assert.Null(stale.Note.Begun);
        using var next = await ReadAsync();
        Assert.Equal(Work(2), next.Note.Begun);
    }

    [Fact]
    public async Task Changes_AtOnce_AreAllMade()
    {
        const int changes = 100;
        using var notes = await ReadAsync();
        await Task.WhenAll(Enumerable.Range(0, changes).Select(_ => Task.Run(() => notes.ChangeAsync(note => note with { Begun = Work((note.Begun?.Round ?? 0) + 1) }))));
        Assert.Equal(Work(changes), notes.Note.Begun);
    }

    private static WorkId Work(int round) => new("c", round, 1, "ann");

    private async Task<LearnerNotes> ReadAsync()
    {
        var notes = new LearnerNotes(memory, Learner);
        await notes.ReadAsync();
        return notes;
    }
}
