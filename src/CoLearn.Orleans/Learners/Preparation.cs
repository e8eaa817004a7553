using Microsoft.Extensions.Hosting;

namespace CoLearn.Learners;

/// <summary>
/// Does ahead, beside the silo's start, what the learners hosted here need, one learner after another. It begins when it is made, which is before the silo
/// is made: that is most of a silo's start.
/// </summary>
internal sealed class Preparation : IHostedService, IDisposable
{
    /// <summary>How long what was made ahead is kept for learners that have not joined yet.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource stopping = new();

    public Preparation(HostedLearners hosted, TimeProvider time)
    {
        var cancellation = stopping.Token;
        Done = Task.Run(() => RunAsync(hosted.All, time, cancellation), CancellationToken.None);
    }

    /// <summary>Completes when nothing is kept any more.</summary>
    public Task Done { get; }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private static async Task RunAsync(IEnumerable<HostedLearner> learners, TimeProvider time, CancellationToken cancellation)
    {
        var made = new List<object?>();
        foreach (var learner in learners)
        {
            if (learner.Definition.PrepareAsync is not { } prepareAsync)
                continue;
            try
            {
                made.Add(await prepareAsync(learner.Settings, cancellation));
            }
            catch (Exception)
            {
                // It is told when the learner joins, which may be never.
            }

            if (cancellation.IsCancellationRequested)
                return;
        }

        if (made.Count == 0)
            return;
        await Task.Delay(Kept, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        GC.KeepAlive(made);
    }
}
