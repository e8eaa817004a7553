using Microsoft.Extensions.Configuration;

namespace CoLearn.Hosting;

/// <summary>The whole program: reads its configuration and does what it is told.</summary>
internal sealed class SiloProgram(CoLearnSiloProgram program, string directory, TextWriter output, TextWriter error)
{
    /// <summary>Runs it.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="cancellation">Stops the silo, as SIGTERM does.</param>
    /// <returns>See <see cref="SiloExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var (arguments, mistakes) = SiloArguments.Parse(args);
        if (mistakes.Count > 0)
            return await RefuseAsync(mistakes);
        var models = program.Models();
        if (arguments.Verb == SiloVerb.Models)
        {
            await output.WriteAsync(arguments.Json ? ModelsReport.Json(models) : ModelsReport.Text(models));
            return SiloExitCode.Success;
        }

        using var configuration = new ConfigurationManager();
        try
        {
            LocalCollective.AddConfiguration(configuration, directory);
            configuration.AddCommandLine(arguments.Settings);
        }
        catch (LearnerSettingsException unreadable)
        {
            return await RefuseAsync(unreadable.Mistakes);
        }

        var (settings, wrong) = new SettingsReader(configuration, models, program).Read();
        if (arguments.Verb == SiloVerb.Check)
        {
            var findings = await SiteCheck.RunAsync(settings, wrong, cancellation);
            var exitCode = findings.All(finding => finding.Holds) ? SiloExitCode.Success : SiloExitCode.Failed;
            await output.WriteAsync(arguments.Json ? FindingsReport.Json(settings.Site, findings, exitCode) : FindingsReport.Text(findings));
            return exitCode;
        }

        return wrong.Count > 0 ? await RefuseAsync(wrong) : await new SiloRun(program, settings, configuration, output, error).RunAsync(cancellation);
    }

    private async Task<int> RefuseAsync(IReadOnlyList<string> mistakes)
    {
        await error.WriteLineAsync(string.Join('\n', mistakes));
        return SiloExitCode.Configuration;
    }
}
