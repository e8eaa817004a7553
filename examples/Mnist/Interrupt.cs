using System.Runtime.InteropServices;

namespace CoLearn.Examples.Mnist;

/// <summary>Ctrl-C asks the run to end and to keep what it has; a second one ends the process at once.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interrupt(TextWriter error)
    {
        registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];

        void End(PosixSignalContext signal)
        {
            // The silo's host would otherwise catch the second one.
            if (source.IsCancellationRequested)
                Environment.Exit(ExitCode.Cancelled);
            signal.Cancel = true;
            error.WriteLine("Cancelling: the learners stop at their next batch. Once more ends at once.");
            source.Cancel();
        }
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        source.Dispose();
    }
}
