using CoLearn.Benchmarks;

return new BenchmarkCommand(Console.Out, Console.Error).Run(args);
