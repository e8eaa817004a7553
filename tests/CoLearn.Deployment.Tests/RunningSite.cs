using System.Diagnostics;
using CoLearn.Benchmarks.Chaos;

namespace CoLearn;

/// <summary>The first site as its container runs it, but at ports, a Redis and directories of its own.</summary>
public sealed class RunningSite : RedisServer, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-deployment-");
    private Process? process;

    public int EndpointPort { get; } = FreePort();

    public string Ready { get; private set; } = string.Empty;

    async Task IAsyncLifetime.InitializeAsync()
    {
        if (Skip is not null)
            return;
        await InitializeAsync();
        var data = Path.Combine(directory.FullName, "data");
        using (var split = Site.Start(directory.FullName, new Dictionary<string, string>(), "split", ThreeSitesFiles.Path("../Mnist/data"), data, data + "-others"))
        {
            var (output, problem) = (split.StandardOutput.ReadToEndAsync(), split.StandardError.ReadToEndAsync());
            await split.WaitForExitAsync().WaitAsync(Patience);
            Assert.True(split.ExitCode == 0, await output + await problem);
        }

        var environment = ComposeFile.Environment("hospital-a");
        environment["CoLearn__Host__0__Path"] = data;
        environment["CoLearn__Store"] = Path.Combine(directory.FullName, "store");
        environment["CoLearn__Cluster__Address"] = "localhost";
        environment["CoLearn__Cluster__ConnectionString"] = Address;
        environment["CoLearn__Cluster__SiloPort"] = FormattableString.Invariant($"{FreePort()}");
        environment["CoLearn__Cluster__GatewayPort"] = FormattableString.Invariant($"{FreePort()}");
        environment["CoLearn__Cluster__Listen"] = "127.0.0.1";
        environment["CoLearn__Endpoint__Url"] = FormattableString.Invariant($"http://127.0.0.1:{EndpointPort}");
        // As the base image sets them.
        environment["DOTNET_RUNNING_IN_CONTAINER"] = "true";
        environment["ASPNETCORE_HTTP_PORTS"] = FormattableString.Invariant($"{EndpointPort}");
        process = Site.Start(ThreeSitesFiles.Path("sites/hospital-a"), environment);
        var error = process.StandardError.ReadToEndAsync();
        Ready = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException(await error);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await DisposeAsync();
        directory.Delete(recursive: true);
    }
}
