using CoLearn.Benchmarks;
using CoLearn.Benchmarks.Chaos;

if (args is [SiloProgram.Verb, var plan])
{
    await SiloProgram.RunAsync(SiloPlan.Parse(plan));
    return 0;
}

return new BenchmarkCommand(Console.Out, Console.Error).Run(args);
