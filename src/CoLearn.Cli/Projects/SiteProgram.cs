using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CoLearn.Shell;

namespace CoLearn.Projects;

/// <summary>Looks whether a program is a site's, before it is run: any other one would do whatever it does.</summary>
internal static class SiteProgram
{
    /// <summary>Requires that a DLL, or one of those beside it that it uses itself, uses <c>CoLearnSilo</c>.</summary>
    /// <param name="given">What the user named.</param>
    /// <param name="dll">The program.</param>
    /// <exception cref="MistakeException">It does not.</exception>
    public static void Require(string given, string dll)
    {
        if (!IsSites(dll))
            throw new MistakeException($"'{given}' is no site's program; one runs CoLearnSilo.RunAsync.", ExitCode.Usage);
    }

    private static bool IsSites(string dll)
    {
        if (Read(dll) is not { } program)
            return false;
        var folder = Path.GetDirectoryName(Path.GetFullPath(dll))!;
        return File.Exists(Path.ChangeExtension(dll, ".runtimeconfig.json"))
            && (program.UsesSilo || program.References.Select(name => Path.Combine(folder, $"{name}.dll")).Where(File.Exists).Any(used => Read(used)?.UsesSilo == true));
    }

    private static (bool UsesSilo, IReadOnlyList<string> References)? Read(string dll)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(dll));
            if (!file.HasMetadata)
                return null;
            var metadata = file.GetMetadataReader();
            var usesSilo = metadata.TypeReferences
                .Select(metadata.GetTypeReference)
                .Any(type => metadata.StringComparer.Equals(type.Name, "CoLearnSilo") && metadata.StringComparer.Equals(type.Namespace, "CoLearn"));
            return (usesSilo, [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))]);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
