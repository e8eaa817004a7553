using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CoLearn.Examples.Mnist;

/// <summary>Spans on the console, or spans and metrics to a collector, where they are asked for.</summary>
internal static class Observation
{
    public static void Add(IServiceCollection services, bool trace)
    {
        var collector = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"));
        if (!trace && !collector)
            return;

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("colearn-mnist"));
        telemetry.WithTracing(tracing =>
        {
            // A reader wants the rounds; a collector also takes the hundred Orleans calls that each round is made of.
            if (collector)
                tracing.AddCoLearnInstrumentation().AddOtlpExporter();
            else
                tracing.AddSource("CoLearn");
            if (trace)
                tracing.AddConsoleExporter();
        });
        if (collector)
            telemetry.WithMetrics(metrics => metrics.AddCoLearnInstrumentation().AddOtlpExporter());
    }
}
