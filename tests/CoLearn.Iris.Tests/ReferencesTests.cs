using System.Reflection;
using CoLearn.Examples.Iris.Forests;

namespace CoLearn.Examples.Iris;

/// <summary>An algorithm of one's own needs no torch.</summary>
public sealed class ReferencesTests
{
    [Fact]
    public void Assembly_OfAlgorithms_ReferencesNoTorch()
    {
        var names = Reachable(typeof(ForestLearner).Assembly, []);

        Assert.Contains("CoLearn.Orleans", names);
        Assert.Contains("Microsoft.ML.StandardTrainers", names);
        Assert.DoesNotContain(names, name => name.Contains("Torch", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Folder_OfTheProgram_HoldsNoTorch()
        => Assert.Empty(Directory.EnumerateFiles(AppContext.BaseDirectory, "*torch*", new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive }));

    private static HashSet<string> Reachable(Assembly assembly, HashSet<string> seen)
    {
        foreach (var name in assembly.GetReferencedAssemblies().Where(name => seen.Add(name.Name!)))
        {
            if (name.Name!.StartsWith("CoLearn", StringComparison.Ordinal))
                Reachable(Assembly.Load(name), seen);
        }

        return seen;
    }
}
