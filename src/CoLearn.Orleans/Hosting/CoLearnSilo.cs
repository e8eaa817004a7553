using CoLearn.Hosting;

namespace CoLearn;

/// <summary>A silo as a whole program: it reads which learners it hosts from its configuration.</summary>
/// <example>
/// A program of a site, with its models beside it, is one line, and <c>appsettings.json</c> says the rest:
/// <code>
/// return await CoLearnSilo.RunAsync(args);
/// </code>
/// </example>
public static class CoLearnSilo
{
    /// <summary>
    /// Runs a silo until it is told to stop (SIGTERM, Ctrl-C). It is configured by the section <c>CoLearn</c> of <c>appsettings.json</c> in the current
    /// directory, of the environment and of the command line, of which later ones win. <c>models</c> as first argument prints the models that the program
    /// declares, <c>check</c> looks whether the site can start; both take <c>--json</c>.
    /// </summary>
    /// <param name="args">The program's arguments: settings such as <c>--CoLearn:Site=hospital-a</c>.</param>
    /// <param name="configure">Adds what the program brings: models of assemblies that are not found by themselves, kinds of clusters, services.</param>
    /// <returns>
    /// The exit code: 0 where the silo stopped politely, or all that was checked holds; 1 where it cannot start, or something does not hold;
    /// 2 where its configuration or its arguments cannot be used; 3 where its cluster cannot be reached. Mistakes are printed to the error output,
    /// all at once and a sentence each.
    /// </returns>
    public static Task<int> RunAsync(string[] args, Action<CoLearnSiloProgram>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        var program = new CoLearnSiloProgram();
        configure?.Invoke(program);
        return new SiloProgram(program, Environment.CurrentDirectory, Console.Out, Console.Error).RunAsync(args, CancellationToken.None);
    }
}
