using CoLearn.Benchmarks;
using CoLearn.Benchmarks.Chaos;
using CoLearn.Benchmarks.Rounds;
using CoLearn.Benchmarks.Simulate;
using CoLearn.Benchmarks.Startup;

if (args is [SiloProgram.Verb, var plan])
{
    await SiloProgram.RunAsync(SiloPlan.Parse(plan));
    return 0;
}

if (args is [StartupProgram.Verb, var timed])
{
    await StartupProgram.RunAsync(StartupPlan.Parse(timed));
    return 0;
}

if (args is [RoundsProgram.Verb, var floor])
{
    RoundsProgram.Run(PlainPlan.Parse(floor));
    return 0;
}

if (args is [SimulateProgram.Verb, var size])
{
    await SimulateProgram.RunAsync(SimulatePlan.Parse(size));
    return 0;
}

return new BenchmarkCommand(Console.Out, Console.Error).Run(args);
