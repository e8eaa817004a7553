using System.Reflection;
using Microsoft.Extensions.DependencyModel;

namespace CoLearn.Hosting;

/// <summary>Finds the models that a program declares.</summary>
internal static class DeclaredModels
{
    /// <summary>Those that were added, then those of the program's own assembly and of the assemblies that it depends on and that know what a model is.</summary>
    public static IReadOnlyList<DeclaredModel> Of(IReadOnlyList<DeclaredModel> added, Assembly? program)
    {
        var types = (program is null ? [] : Knowing(program)).SelectMany(assembly => assembly.GetTypes()).Where(IsModel);
        return
        [
            .. added
                .Concat(types.Select(type => (DeclaredModel)Activator.CreateInstance(typeof(DeclaredModel<>).MakeGenericType(type))!))
                .DistinctBy(model => model.Type)
                .OrderBy(model => model.Definition.Name, StringComparer.Ordinal),
        ];
    }

    private static bool IsModel(Type type)
        => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(ILearnerModel));

    private static IEnumerable<Assembly> Knowing(Assembly program)
    {
        var vocabulary = typeof(ILearnerModel).Assembly.GetName().Name!;
        var libraries = DependencyContext.Load(program)?.RuntimeLibraries ?? [];
        var users = new HashSet<string>([vocabulary], StringComparer.OrdinalIgnoreCase);
        while (libraries.Count(library => library.Dependencies.Any(needed => users.Contains(needed.Name)) && users.Add(library.Name)) > 0)
        {
            // Whoever depends on one that knows what a model is may know it, too.
        }

        return libraries
            .Where(library => users.Contains(library.Name))
            .SelectMany(library => library.RuntimeAssemblyGroups.SelectMany(group => group.AssetPaths))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => name != program.GetName().Name)
            .Select(name => Assembly.Load(new AssemblyName(name)))
            .Where(assembly => assembly.GetReferencedAssemblies().Any(referenced => referenced.Name == vocabulary))
            .Prepend(program);
    }
}
