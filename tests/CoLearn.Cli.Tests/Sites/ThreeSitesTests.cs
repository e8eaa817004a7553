using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using CoLearn.Benchmarks.Chaos;

namespace CoLearn;

/// <summary>The example of three sites, as its script runs it.</summary>
public sealed class ThreeSitesTests : IDisposable
{
    private const int Sigterm = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [RedisFact]
    public async Task Script_OneSiteStopsAndComesBack_EndsWithARecordThatAllConfirm()
    {
        var screen = await RunAsync();

        Assert.True(screen.ExitCode == 0, screen.Output + screen.Error);
        var lines = screen.Output.Split('\n');
        AssertInOrder(
            lines,
            "✓ The endpoint port ",
            "✓ All sites agree on their models and rules.",
            "hospital-b stopped politely.",
            "       bob: It could not be reached.",
            "Site 'hospital-b' is ready: it hosts digits/bob;",
            "9 records of collective 'digits' in ",
            "✓ Every record has its hash and continues the one before.",
            "✓ Learner 'alice' agrees: it confirmed record 8.",
            "✓ Learner 'bob' agrees: it confirmed record 8.",
            "✓ Learner 'carol' agrees: it confirmed record 8.",
            "hospital-a/store/weights/",
            "hospital-b/store/weights/",
            "hospital-c/store/weights/",
            "hospital-a stopped politely.",
            "hospital-b stopped politely.",
            "hospital-c stopped politely.");
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Equal("", screen.Error);
        // Its own digits and its own weights, and nothing of another's; they share no directory.
        var accepted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(scratch.Path, "digits.safetensors"))));
        Assert.All(
            ["hospital-a", "hospital-b", "hospital-c"],
            site =>
            {
                Assert.Equal(4, Directory.EnumerateFiles(Path.Combine(scratch.Path, site, "data")).Count());
                Assert.True(File.Exists(Path.Combine(scratch.Path, site, "store", "weights", accepted + ".safetensors")));
            });
        Assert.Equal(
            ["hospital-a", "hospital-b", "hospital-c"],
            Directory.EnumerateDirectories(scratch.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private async Task<Screen> RunAsync()
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Metadata("ThreeSites"), "run.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WORK"] = scratch.Path;
        start.Environment["SITE_DLL"] = Metadata("ThreeSitesProgram");
        start.Environment["COLEARN_DLL"] = Metadata("Command");
        start.Environment["REDIS_PORT"] = FormattableString.Invariant($"{RedisServer.FreePort()}");
        start.Environment["SILO_PORT"] = FormattableString.Invariant($"{ThreePorts()}");
        start.Environment["ENDPOINT_PORT"] = FormattableString.Invariant($"{ThreePorts()}");
        start.Environment["GATEWAY_PORT"] = FormattableString.Invariant($"{ThreePorts()}");
        using var script = Process.Start(start)!;
        var (output, error) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        try
        {
            await script.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // It ends what it has started.
            SiloProcess.Signal(script.Id, Sigterm);
            await script.WaitForExitAsync();
        }

        return new(script.ExitCode, await output, await error);
    }

    /// <summary>The first of three ports in a row that are free below those that a system hands out by itself.</summary>
    private static int ThreePorts() => 12_000 + (RedisServer.FreePort() % 5_000 * 4);

    private static void AssertInOrder(string[] lines, params string[] beginnings)
    {
        var at = 0;
        foreach (var beginning in beginnings)
        {
            at = Array.FindIndex(lines, at, line => line.StartsWith(beginning, StringComparison.Ordinal)) + 1;
            Assert.True(at > 0, $"'{beginning}' is missing in:\n{string.Join('\n', lines)}");
        }
    }

    internal static string Metadata(string key)
        => typeof(ThreeSitesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
