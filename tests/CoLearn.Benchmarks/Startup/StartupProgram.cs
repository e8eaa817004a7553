namespace CoLearn.Benchmarks.Startup;

/// <summary>A process that says how far it has come.</summary>
internal static class StartupProgram
{
    public const string Verb = "startup-program";

    /// <summary>The silo has started.</summary>
    public const string Started = "started";

    /// <summary>The first trained proposal is in.</summary>
    public const string Proposed = "proposed";

    /// <summary>The first round with a trained proposal is accepted.</summary>
    public const string Accepted = "accepted";

    public static Task RunAsync(StartupPlan plan) => plan.Program switch
    {
        StartedProgram.Collective => CollectiveProgram.RunAsync(plan),
        StartedProgram.Plain => Task.Run(() => PlainProgram.Run(plan)),
        _ => BareSilo.RunAsync(),
    };
}
