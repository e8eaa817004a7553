using System.Net;
using System.Security.Cryptography;
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
        HostedLearner[] learners = [.. hosted.All.Where(learner => learner.Definition.PrepareAsync is not null)];
        if (learners.Length > 0)
            CallNatives();
        Done = Task.Run(() => RunAsync(learners, time, cancellation), CancellationToken.None);
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

    /// <summary>
    /// Whatever library is loaded, and libtorch takes a fifth of a second, keeps all others from being looked into: who calls a native function for the first
    /// time meanwhile waits. So what a silo's start calls first is called before.
    /// </summary>
    private static void CallNatives()
    {
        _ = (Environment.ProcessId, Environment.MachineName, Environment.UserName, Dns.GetHostName(), SHA256.HashData([]));
        using var fired = new ManualResetEventSlim();
        using var timer = new Timer(_ => fired.Set(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        fired.Wait();
    }

    private static async Task RunAsync(IEnumerable<HostedLearner> learners, TimeProvider time, CancellationToken cancellation)
    {
        var made = new List<object?>();
        foreach (var learner in learners)
        {
            try
            {
                made.Add(await learner.Definition.PrepareAsync!(learner.Settings, cancellation));
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
