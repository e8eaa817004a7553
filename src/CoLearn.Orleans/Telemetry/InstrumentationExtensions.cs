using CoLearn.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OpenTelemetry;

/// <summary>Traces and metrics of collectives.</summary>
public static class InstrumentationExtensions
{
    /// <summary>Adds the spans of rounds, and of the Orleans calls between them where silos and clients were given <c>AddActivityPropagation()</c>, which costs each call something.</summary>
    /// <param name="tracing">The tracer provider's builder.</param>
    /// <returns>The same builder.</returns>
    public static TracerProviderBuilder AddCoLearnInstrumentation(this TracerProviderBuilder tracing)
        => tracing.AddSource(TelemetryNames.Source, TelemetryNames.OrleansRuntime, TelemetryNames.OrleansApplication);

    /// <summary>Adds the metrics of rounds, and Orleans' own.</summary>
    /// <param name="metrics">The meter provider's builder.</param>
    /// <returns>The same builder.</returns>
    public static MeterProviderBuilder AddCoLearnInstrumentation(this MeterProviderBuilder metrics)
        => metrics.AddMeter(TelemetryNames.Source, TelemetryNames.OrleansMeter);
}
