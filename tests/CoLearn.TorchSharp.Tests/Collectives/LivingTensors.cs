namespace CoLearn.Collectives;

/// <summary>Tests that count the process's tensors run by themselves.</summary>
[CollectionDefinition(nameof(LivingTensors), DisableParallelization = true)]
public sealed class LivingTensors;
