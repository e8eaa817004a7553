using TorchSharp;

namespace CoLearn.Training;

/// <summary>Prepares a thread for a piece of work.</summary>
internal static class TorchThread
{
    // The first touch gives a thread the process-wide default; only a setting made after it is the thread's own.
    public static void Use(int threads)
    {
        _ = torch.get_num_threads();
        torch.set_num_threads(Math.Max(1, threads));
    }
}
