using System.Runtime.InteropServices;
using CoLearn.Examples.Iris;

using var cancelling = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    cancelling.Cancel();
});
return await Example.RunAsync(args, Console.Out, Console.Error, cancelling.Token);
