using System.Reflection;

namespace CoLearn;

/// <summary>A client starts a round without loading a silo or half a gigabyte of libtorch.</summary>
public sealed class ReferencesTests
{
    [Theory]
    [InlineData(typeof(ILearner))]
    [InlineData(typeof(Collective))]
    public void Assembly_OfTheClientsSide_ReferencesNeitherTorchNorASilo(Type type)
    {
        var names = Reachable(type.Assembly, []).Select(name => name.Name!).ToArray();

        Assert.Contains("Orleans.Core.Abstractions", names);
        Assert.DoesNotContain(names, name => name.StartsWith("TorchSharp", StringComparison.Ordinal) || name == "Orleans.Runtime" || name == "CoLearn.Orleans");
    }

    private static HashSet<AssemblyName> Reachable(Assembly assembly, HashSet<AssemblyName> seen)
    {
        foreach (var name in assembly.GetReferencedAssemblies().Where(name => !seen.Any(known => known.Name == name.Name)))
        {
            seen.Add(name);
            if (name.Name!.StartsWith("CoLearn", StringComparison.Ordinal) || name.Name.StartsWith("Orleans", StringComparison.Ordinal))
                Reachable(Assembly.Load(name), seen);
        }

        return seen;
    }
}
