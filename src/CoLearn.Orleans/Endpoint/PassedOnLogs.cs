using Microsoft.Extensions.Logging;

namespace CoLearn.Endpoint;

/// <summary>Gives what the inner application has to say to the silo's own log.</summary>
internal sealed class PassedOnLogs(ILoggerFactory outer) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => outer.CreateLogger(categoryName);

    public void Dispose()
    {
        // The outer log is the host's.
    }
}
