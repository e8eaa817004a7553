using CoLearn.Examples.Mnist;

var terminal = Terminal.OfProcess();
using var interrupt = new Interrupt(terminal.Error);
return await Example.RunAsync(args, terminal, interrupt.Token);
