using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CoLearn.Examples.Mnist;

/// <summary>What the silo says of itself: warnings on the error output, spans on the console or to a collector where they are asked for.</summary>
internal static class Observation
{
    public static void Add(IServiceCollection services, bool trace)
    {
        services.AddLogging(logging => logging
            .ClearProviders()
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning));

        var collector = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"));
        if (!trace && !collector)
            return;

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("colearn-mnist"));
        telemetry.WithTracing(tracing =>
        {
            tracing.AddCoLearnInstrumentation();
            if (trace)
                tracing.AddConsoleExporter();
            if (collector)
                tracing.AddOtlpExporter();
        });
        if (collector)
            telemetry.WithMetrics(metrics => metrics.AddCoLearnInstrumentation().AddOtlpExporter());
    }
}
