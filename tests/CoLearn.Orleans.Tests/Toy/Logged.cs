using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CoLearn.Toy;

/// <summary>A log that a test reads.</summary>
internal sealed class Logged : ConcurrentQueue<(LogLevel Level, string Message)>, ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Enqueue((logLevel, formatter(state, exception)));
}
