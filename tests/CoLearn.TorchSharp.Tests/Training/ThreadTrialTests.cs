namespace CoLearn.Training;

public sealed class ThreadTrialTests
{
    private const int WarmUp = 48;

    [Theory]
    [InlineData(new[] { 4, 2, 1 }, new[] { 3.0, 1.0, 2.0 }, 2)]
    [InlineData(new[] { 4, 2, 1 }, new[] { 1.0, 1.5, 3.0 }, 4)]
    [InlineData(new[] { 2, 1 }, new[] { 2.0, 1.8 }, 1)]
    [InlineData(new[] { 2, 1 }, new[] { 2.0, 1.95 }, 2)]
    public void ThreadTrial_BatchesOfEach_KeepsTheQuickest(int[] candidates, double[] seconds, int quickest)
    {
        var trial = new ThreadTrial(candidates);
        var tried = new HashSet<int>();
        for (var batch = 0; batch < WarmUp + (6 * candidates.Length); batch++)
        {
            tried.Add(trial.Threads);
            trial.Note(trial.Threads, seconds[Array.IndexOf(candidates, trial.Threads)]);
        }

        Assert.Equal(candidates.ToHashSet(), tried);
        Assert.Equal(quickest, trial.Threads);
    }

    [Fact]
    public void ThreadTrial_FirstBatchAfterAChange_IsNotCounted()
    {
        var trial = new ThreadTrial(2, 1);
        for (var batch = 0; batch < WarmUp; batch++)
            trial.Note(2, 5);
        for (var batch = 0; batch < 12; batch++)
            trial.Note(trial.Threads, (trial.Threads, batch % 3) switch { (1, 0) => 0.1, (1, _) => 2, _ => 1 });

        Assert.Equal(2, trial.Threads);
    }

    [Fact]
    public void ThreadTrial_Over_IsNotMovedByLaterBatches()
    {
        var trial = new ThreadTrial(2, 1);
        for (var batch = 0; batch < WarmUp + 12; batch++)
            trial.Note(trial.Threads, trial.Threads == 2 ? 1 : 2);
        for (var batch = 0; batch < 20; batch++)
            trial.Note(1, 0.1);

        Assert.Equal(2, trial.Threads);
    }

    [Fact]
    public void ThreadTrial_Fixed_IsThatNumber()
    {
        Assert.Equal(3, ThreadTrial.Fixed(3).Threads);
        Assert.Equal(1, ThreadTrial.Of(typeof(TinyModel), batchSize: 7, atMost: 1).Threads);
    }
}
