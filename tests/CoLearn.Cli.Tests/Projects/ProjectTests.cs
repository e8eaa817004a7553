using System.Diagnostics;
using CoLearn.Benchmarks.Chaos;

namespace CoLearn;

/// <summary>Verbs that a site's program does, and the command as a process of its own.</summary>
public sealed class ProjectTests : IDisposable
{
    private const int Sigint = 2;
    private const int Sigterm = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Scratch scratch = new();
    private readonly int gateway = RedisServer.FreePort();

    private string Address => FormattableString.Invariant($"127.0.0.1:{gateway}");

    private string[] Settings =>
    [
        FormattableString.Invariant($"--CoLearn:Cluster:SiloPort={RedisServer.FreePort()}"), FormattableString.Invariant($"--CoLearn:Cluster:GatewayPort={gateway}"),
        "--CoLearn:Host:0:Model=needle", "--CoLearn:Host:0:Learner=ann", "--CoLearn:Host:1:Model=needle", "--CoLearn:Host:1:Learner=bob",
    ];

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Models_OfADll_ArePrintedByIt()
    {
        var screen = await Screen.RunAsync("models", SiloProcess.Program);

        Assert.Equal(
            new Screen(0, $"needle: votes by north, threshold 0.5, turns; weights as needle-v1, fingerprint {new string('d', 64)}\n", ""), screen);
    }

    [Fact]
    public async Task Check_OfADll_PassesFindingsAndExitCodeOn()
    {
        var holds = await Screen.RunAsync(["check", SiloProcess.Program, "--json", "--", .. Settings]);
        var fails = await Screen.RunAsync(["check", SiloProcess.Program, "--", .. Settings, "--CoLearn:Site=x y"]);

        Assert.Equal((0, ""), (holds.ExitCode, holds.Error));
        Assert.Equal("local", (string?)holds.Json["site"]);
        Assert.Equal((1, ""), (fails.ExitCode, fails.Error));
        Assert.Contains("✗ CoLearn:Site is 'x y'; ", fails.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silo_OfADll_PassesMistakesOn()
    {
        var screen = await Screen.RunAsync("silo", SiloProcess.Program, "--", "--CoLearn:Cluster:Kind=consul", "--CoLearn:Host:0:Model=needle", "--CoLearn:Host:0:Learner=ann");

        Assert.Equal(
            new Screen(2, "", "CoLearn:Cluster:Kind is 'consul', which this program does not have; use 'localhost' or 'none' or 'redis'.\n"), screen);
    }

    [Theory, InlineData(""), InlineData("CoLearn.SiloProgram.csproj")]
    public async Task Silo_OfAProject_IsBuiltRunsAndStopsPolitely(string file)
    {
        using var silo = Start(["silo", Path.Combine(ThreeSitesTests.Metadata("SiloProgram"), file), "--", .. Settings]);
        Assert.StartsWith("Site 'local' is ready: it hosts needle/ann, needle/bob; ", await LineAsync(silo), StringComparison.Ordinal);
        Assert.Equal(0, (await Screen.RunAsync("start", "built", "--model", "needle", "--learners", "ann,bob", "--rounds", "1", "--cluster", Address)).ExitCode);

        SiloProcess.Signal(silo.Id, Sigterm);
        await silo.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal((0, ""), (silo.ExitCode, await silo.StandardOutput.ReadToEndAsync()));
        Assert.DoesNotContain("Exception", await silo.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData("silo"), InlineData("check"), InlineData("models")]
    public async Task Project_ThatIsALibrary_IsRefusedInASentence(string verb)
    {
        var library = ThreeSitesTests.Metadata("ModelLibrary");
        Assert.Equal(
            new Screen(2, "", $"'{library}' is no site's program but a library; name a project that runs CoLearnSilo.RunAsync.\n"), await Screen.RunAsync(verb, library));
    }

    [Fact]
    public async Task Project_ThatCannotBeBuilt_IsRefusedWithTheCompilersWords()
    {
        var project = scratch.File(
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>", "site.csproj");
        scratch.File("int one = \"one\";", "Program.cs");

        var screen = await Screen.RunAsync("silo", project);

        Assert.Equal((2, ""), (screen.ExitCode, screen.Output));
        Assert.Matches($@"Program\.cs\(1,11\): error CS0029: [^\n]*\n'{project}' cannot be built\.\n\z", screen.Error);
    }

    [Fact]
    public async Task Dll_ThatIsNoSitesProgram_IsRefusedAndNotRun()
    {
        foreach (var dll in new[] { ThreeSitesTests.Metadata("Command"), Path.Combine(AppContext.BaseDirectory, "CoLearn.ModelLibrary.dll"), scratch.File("nothing", "nothing.dll") })
            Assert.Equal(new Screen(2, "", $"'{dll}' is no site's program; one runs CoLearnSilo.RunAsync.\n"), await Screen.RunAsync("silo", dll));
    }

    [Fact]
    public async Task Command_Signals_StopTheSiloPolitelyAndLeaveTheCollectiveRunning()
    {
        using var silo = Start(["silo", SiloProcess.Program, "--", .. Settings]);
        Assert.StartsWith("Site 'local' is ready: ", await LineAsync(silo), StringComparison.Ordinal);

        using var following = Start(["start", "long", "--model", "needle", "--learners", "ann,bob", "--rounds", "1000000", "--json", "--cluster", Address]);
        Assert.StartsWith("{\"round\":0,", await LineAsync(following), StringComparison.Ordinal);
        SiloProcess.Signal(following.Id, Sigint);
        await following.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await following.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(
            (130, "Collective 'long' goes on without you; 'colearn watch long' follows it, and 'colearn cancel long' ends it.\n"),
            (following.ExitCode, await following.StandardError.ReadToEndAsync()));

        Assert.Equal("running", (string?)(await Screen.RunAsync("status", "long", "--json", "--cluster", Address)).Json["phase"]);
        Assert.Equal("paused", (string?)(await Screen.RunAsync("pause", "long", "--json", "--cluster", Address)).Json["phase"]);
        Assert.Equal("cancelled", (string?)(await Screen.RunAsync("cancel", "long", "--json", "--cluster", Address)).Json["phase"]);

        SiloProcess.Signal(silo.Id, Sigterm);
        await silo.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, silo.ExitCode);
    }

    private Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [ThreeSitesTests.Metadata("Command"), .. arguments])
    {
        WorkingDirectory = scratch.Path,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // As these tests are built, so that a project is built already.
        Environment = { ["Configuration"] = ThreeSitesTests.Metadata("Configuration") },
    })!;

    private static async Task<string> LineAsync(Process process)
        => await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? await process.StandardError.ReadToEndAsync();
}
