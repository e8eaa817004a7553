using TorchSharp;

namespace CoLearn.Training;

/// <summary>
/// Prepares a thread for a piece of work. One thread at most should ever use several: it keeps those that it computed with, and once there are more than
/// processors, libgomp lets all that wait go to sleep between any two steps, which makes a training a quarter slower and more.
/// </summary>
internal static class TorchThread
{
    // The first touch gives a thread the process-wide default; only a setting made after it is the thread's own.
    public static void Use(int threads)
    {
        _ = torch.get_num_threads();
        torch.set_num_threads(Math.Max(1, threads));
    }
}
