namespace CoLearn.Faults;

/// <summary>What is done at a fault point: it may throw, or end the process.</summary>
internal sealed record Fault(FaultPoint Point, Action<string, int> Happens);
