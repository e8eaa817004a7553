using TorchSharp;
using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>What work leaves on its slot's thread.</summary>
public sealed class SlotWorkTests : IDisposable
{
    private readonly TestSlot slot = new();

    public void Dispose() => slot.Dispose();

    [Fact]
    public void WorkOnASlot_HundredCycles_LeavesNoTensorBehind()
    {
        using var learner = Samples.Tiny();
        Cycle();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 100; i++)
            Cycle();

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        void Cycle() => learner.TestWeights(learner.ProposeWeights(learner.InitialWeights(Samples.Round(slot)), Samples.Round(slot)), Samples.Round(slot));
    }

    [Fact]
    public async Task WorkOnASlot_DigitCycles_LeaveNoTensorBehind()
    {
        using var learner = await Samples.DigitLearner(count: 100);
        long before = 0, after = 0;
        var thread = new Thread(() =>
        {
            Cycle();
            before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            for (var i = 0; i < 10; i++)
                Cycle();
            after = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        });

        thread.Start();
        thread.Join();

        Assert.Equal(before, after);

        void Cycle() => learner.TestWeights(learner.ProposeWeights(learner.InitialWeights(Samples.Round(slot)), Samples.Round(slot)), Samples.Round(slot));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Work_WithGivenThreads_SetsThemOnItsOwnThread(int threads)
    {
        using var learner = Samples.Tiny();
        var used = 0;
        var thread = new Thread(() =>
        {
            learner.InitialWeights(Samples.Round(slot) with { Threads = threads });
            used = get_num_threads();
        });

        thread.Start();
        thread.Join();

        Assert.Equal(threads, used);
    }
}
