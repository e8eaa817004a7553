using System.Runtime.CompilerServices;

namespace CoLearn.Generators.Runs;

// Compares text with Snapshots/<name>.txt. Run the tests with COLEARN_UPDATE_SNAPSHOTS=1 to write the files anew, and read the difference.
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name + ".txt");
        if (Environment.GetEnvironmentVariable("COLEARN_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, text);
        Assert.True(File.Exists(file), $"There is no snapshot {file}; set COLEARN_UPDATE_SNAPSHOTS=1 to write it.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
