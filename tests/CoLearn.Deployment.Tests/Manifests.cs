using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace CoLearn;

/// <summary>The example's Kubernetes manifests, as the types that Kubernetes' client has of them.</summary>
internal static class Manifests
{
    public static JsonNode Kustomization { get; } = Yaml.Parse(ThreeSitesFiles.Read("kustomization.yaml"));

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(ThreeSitesFiles.Path("kubernetes")).Select(file => "kubernetes/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<object> All { get; } = [.. Files.SelectMany(file => Load(ThreeSitesFiles.Read(file)))];

    /// <summary>Reads manifests; what a kind does not have is a mistake.</summary>
    public static List<object> Load(string text) => KubernetesYaml.LoadAllFromString(text, strict: true);

    public static T Named<T>(string name)
        where T : IMetadata<V1ObjectMeta>
        => Assert.Single(All.OfType<T>(), one => one.Metadata.Name == name);

    public static V1PodSpec Pod(string statefulSet) => Named<V1StatefulSet>(statefulSet).Spec.Template.Spec;

    public static V1Container Silo(string site) => Assert.Single(Pod(site).Containers);

    /// <summary>A silo's environment, as its container has it.</summary>
    public static Dictionary<string, string> Environment(string site)
    {
        var values = new Dictionary<string, string>();
        foreach (var variable in Silo(site).Env)
        {
            var value = variable.ValueFrom switch
            {
                null => variable.Value,
                { SecretKeyRef: not null } => "0123456789abcdef",
                { FieldRef.FieldPath: "metadata.name" } => site + "-0",
                { FieldRef.FieldPath: "metadata.namespace" } => Named<V1StatefulSet>(site).Metadata.NamespaceProperty,
                { FieldRef.FieldPath: "status.podIP" } => "127.0.0.1",
                _ => throw new NotSupportedException(variable.Name),
            };
            // Only those before it are known to it.
            values[variable.Name] = values.Aggregate(value, (text, known) => text.Replace($"$({known.Key})", known.Value, StringComparison.Ordinal));
        }

        return values;
    }
}
