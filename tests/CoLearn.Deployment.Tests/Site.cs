using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CoLearn;

/// <summary>The program of the image, with the configuration of a site's container.</summary>
internal static class Site
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts it in a directory that has the site's <c>appsettings.json</c>.</summary>
    public static Process Start(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ThreeSitesFiles.Program, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>What is wrong with its configuration, a sentence each.</summary>
    public static async Task<IReadOnlyList<string>> MistakesAsync(string site, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Start(ThreeSitesFiles.Path($"sites/{site}"), environment, "check", "--json");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        var answer = await output;
        Assert.True(answer.Length > 0, await error);
        var report = JsonNode.Parse(answer)!;
        Assert.Equal(site, (string?)report["site"]);
        return [.. report["findings"]!.AsArray().Where(finding => (string?)finding!["subject"] == "configuration" && !(bool)finding["holds"]!).Select(finding => (string)finding!["sentence"]!)];
    }
}
