namespace CoLearn.Collectives;

/// <summary>Tests that count the process's tensors run by themselves.</summary>
[CollectionDefinition(nameof(LivingTensors), DisableParallelization = true)]
public sealed class LivingTensors
{
    /// <summary>Other tests' modules, and what TorchSharp's layers allocate when they are made and leave to be collected. The rounds themselves must leave nothing to collect.</summary>
    internal static void CollectWhatStartUpLeft()
    {
        for (var pass = 0; pass < 3; pass++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
