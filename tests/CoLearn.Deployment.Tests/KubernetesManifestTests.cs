using System.Text.Json.Nodes;
using k8s.Models;
using YamlDotNet.Core;

namespace CoLearn;

public sealed class KubernetesManifestTests
{
    public static TheoryData<string> Sites => [.. ThreeSitesFiles.Sites];

    public static TheoryData<string> Pods => ["redis", .. ThreeSitesFiles.Sites];

    [Fact]
    public void Manifests_OfAllFiles_AreWhatKubernetesKnows()
    {
        Assert.Equal(Manifests.Kustomization["resources"]!.AsArray().Select(file => (string?)file).Order(StringComparer.Ordinal), Manifests.Files);
        Assert.Equal(
            ["V1Namespace", "V1NetworkPolicy", "V1NetworkPolicy", "V1NetworkPolicy", "V1Role", "V1RoleBinding", "V1Service", "V1Service", "V1Service", "V1Service",
                "V1ServiceAccount", "V1StatefulSet", "V1StatefulSet", "V1StatefulSet", "V1StatefulSet"],
            Manifests.All.Select(manifest => manifest.GetType().Name).Order(StringComparer.Ordinal));
        var space = Manifests.All.OfType<V1Namespace>().Single().Metadata.Name;
        Assert.Equal(space, (string?)Manifests.Kustomization["namespace"]);
        Assert.All(Manifests.All.OfType<IMetadata<V1ObjectMeta>>().Where(one => one is not V1Namespace), one => Assert.Equal(space, one.Metadata.NamespaceProperty));
    }

    [Theory]
    [InlineData("readinessProbe:", "readynessProbe:")]
    [InlineData("containerPort: 8080", "containerPort: eighty")]
    [InlineData("serviceName: hospital-a", "serviceName: hospital-a\n  serviceName: hospital-a")]
    public void Manifest_WithAMistake_IsRefused(string right, string wrong)
    {
        var file = ThreeSitesFiles.Read("kubernetes/hospital-a.yaml");
        Assert.Contains(right, file, StringComparison.Ordinal);

        Assert.ThrowsAny<YamlException>(() => Manifests.Load(file.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Manifests_OfTheSites_DifferInTheirNamesOnly()
    {
        var first = ThreeSitesFiles.Read("kubernetes/hospital-a.yaml");

        Assert.All(
            ThreeSitesFiles.Sites,
            site => Assert.Equal(first.Replace("hospital-a", site, StringComparison.Ordinal), ThreeSitesFiles.Read($"kubernetes/{site}.yaml")));
    }

    [Theory, MemberData(nameof(Sites))]
    public async Task Manifest_OfASite_HasAConfigurationThatItsProgramTakes(string site)
    {
        var environment = Manifests.Environment(site);
        Assert.Equal("127.0.0.1", environment["CoLearn__Cluster__Address"]);
        Assert.StartsWith("redis:6379,password=0123", environment["CoLearn__Cluster__ConnectionString"], StringComparison.Ordinal);

        environment["CoLearn__Cluster__ConnectionString"] = "127.0.0.1:1";
        Assert.Empty(await Site.MistakesAsync(site, environment));
    }

    [Theory, MemberData(nameof(Sites))]
    public void Manifest_OfASite_HasThePortsOfItsConfigurationAndNoOther(string site)
    {
        var environment = Manifests.Environment(site);
        var configured = new Dictionary<string, int>
        {
            ["silo"] = int.Parse(environment["CoLearn__Cluster__SiloPort"]),
            ["gateway"] = int.Parse(environment["CoLearn__Cluster__GatewayPort"]),
            ["endpoint"] = new Uri(environment["CoLearn__Endpoint__Url"]).Port,
        };

        Assert.Equal(ThreeSitesFiles.Ports, configured);
        Assert.Equal(configured, Manifests.Silo(site).Ports.ToDictionary(port => port.Name, port => port.ContainerPort));
        var service = Manifests.Named<V1Service>(site);
        Assert.Equal(configured, service.Spec.Ports.ToDictionary(port => port.TargetPort.Value, port => port.Port));
        Assert.Equal(configured.Values.Order(), Policy("silos").Ports.Select(port => int.Parse(port.Port.Value)).Order());
    }

    [Fact]
    public void Policies_LetNobodyInButSilos()
    {
        var nobody = Manifests.Named<V1NetworkPolicy>("nobody").Spec;
        Assert.True(nobody.PodSelector.MatchLabels is null or { Count: 0 });
        Assert.Equal(["Ingress"], nobody.PolicyTypes);
        Assert.Null(nobody.Ingress);

        foreach (var (name, pod) in new[] { ("silos", "hospital-a"), ("redis", "redis") })
        {
            var policy = Manifests.Named<V1NetworkPolicy>(name).Spec;
            Assert.True(Selects(policy.PodSelector, pod));
            var from = Assert.Single(Policy(name).FromProperty).PodSelector;
            Assert.All(ThreeSitesFiles.Sites, site => Assert.True(Selects(from, site)));
            Assert.False(Selects(from, "redis"));
        }

        Assert.Equal("6379", Assert.Single(Policy("redis").Ports).Port.Value);
        Assert.Equal(6379, Assert.Single(Assert.Single(Manifests.Pod("redis").Containers).Ports).ContainerPort);
        Assert.Equal(6379, Assert.Single(Manifests.Named<V1Service>("redis").Spec.Ports).Port);
    }

    [Theory, MemberData(nameof(Pods))]
    public void Manifest_OfAPod_IsSelectedAndNamedByItsService(string name)
    {
        var set = Manifests.Named<V1StatefulSet>(name);

        Assert.True(Selects(set.Spec.Selector, name));
        Assert.True(Selects(new() { MatchLabels = Manifests.Named<V1Service>(name).Spec.Selector }, name));
        Assert.Equal(name, set.Spec.ServiceName);
        Assert.Equal(1, set.Spec.Replicas);
        var ports = set.Spec.Template.Spec.Containers.Single().Ports.Select(port => port.Name).ToList();
        Assert.All(Manifests.Named<V1Service>(name).Spec.Ports, port => Assert.Contains(port.TargetPort.Value, ports));
    }

    [Theory, MemberData(nameof(Pods))]
    public void Manifest_OfAPod_IsConfined(string name)
    {
        var pod = Manifests.Pod(name);

        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.NotEqual(0, pod.SecurityContext.RunAsUser);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.All(pod.Containers.Concat(pod.InitContainers ?? []), container =>
        {
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.Equal(["cpu", "memory"], container.Resources.Requests.Keys.Order(StringComparer.Ordinal));
        });
    }

    [Theory, MemberData(nameof(Pods))]
    public void Manifest_OfAPod_MountsVolumesThatItHas(string name)
    {
        var set = Manifests.Named<V1StatefulSet>(name).Spec;
        var pod = set.Template.Spec;
        List<string> has = [.. (pod.Volumes ?? []).Select(volume => volume.Name), .. set.VolumeClaimTemplates.Select(claim => claim.Metadata.Name)];

        var mounted = pod.Containers.Concat(pod.InitContainers ?? []).SelectMany(container => container.VolumeMounts).Select(mount => mount.Name);
        Assert.Equal(has.Order(StringComparer.Ordinal), mounted.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Sites))]
    public void Manifest_OfASite_ReadsItsDataAndWritesItsStore(string site)
    {
        var (environment, mounts) = (Manifests.Environment(site), Manifests.Silo(site).VolumeMounts);

        var data = Assert.Single(mounts, mount => mount.MountPath == environment["CoLearn__Host__0__Path"]);
        Assert.True(data.ReadOnlyProperty);
        var store = Assert.Single(mounts, mount => environment["CoLearn__Store"].StartsWith(mount.MountPath + "/", StringComparison.Ordinal));
        Assert.Null(store.ReadOnlyProperty);
        Assert.Equal(["data", "store"], [data.Name, store.Name]);
        var configuration = Assert.Single(mounts, mount => mount.MountPath == Manifests.Silo(site).WorkingDir);
        Assert.Equal(site, Manifests.Pod(site).Volumes.Single(volume => volume.Name == configuration.Name).ConfigMap.Name);
    }

    [Fact]
    public void Manifests_SecretsAndConfigurations_AreMadeFromFilesThatAreThere()
    {
        var secret = Assert.Single(Manifests.Kustomization["secretGenerator"]!.AsArray())!;
        Assert.Equal(".env", (string?)Assert.Single(secret["envs"]!.AsArray()));
        var asked = Manifests.All.OfType<V1StatefulSet>().SelectMany(set => set.Spec.Template.Spec.Containers).SelectMany(container => container.Env)
            .Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>().ToList();
        Assert.All(asked, key => Assert.Equal((string?)secret["name"], key.Name));
        Assert.Equal(ThreeSitesFiles.Secrets().Order(StringComparer.Ordinal), asked.Select(key => key.Key).Distinct().Order(StringComparer.Ordinal));

        Assert.Equal(
            ThreeSitesFiles.Sites.Select(site => (site, $"sites/{site}/appsettings.json")),
            Manifests.Kustomization["configMapGenerator"]!.AsArray().Select(map => ((string)map!["name"]!, (string)Assert.Single(map["files"]!.AsArray())!)));
        Assert.All(ThreeSitesFiles.Sites, site => Assert.True(File.Exists(ThreeSitesFiles.Path($"sites/{site}/appsettings.json"))));
    }

    [Theory, MemberData(nameof(Sites))]
    public void Manifest_OfASite_HasTheLabelsByWhichOrleansFindsIt(string site)
    {
        var cluster = JsonNode.Parse(ThreeSitesFiles.Read($"sites/{site}/appsettings.json"))!["CoLearn"]!["Cluster"]!;
        var (labels, environment) = (Manifests.Named<V1StatefulSet>(site).Spec.Template.Metadata.Labels, Manifests.Environment(site));

        Assert.DoesNotContain("CoLearn__Cluster__ServiceId", environment);
        Assert.DoesNotContain("CoLearn__Cluster__ClusterId", environment);
        Assert.Equal(
            [(string)cluster["ServiceId"]!, (string)cluster["ClusterId"]!, site + "-0"],
            [labels["orleans/serviceId"], labels["orleans/clusterId"], environment["POD_NAME"]]);
    }

    [Fact]
    public void Manifests_Account_MayLookAtPodsAndNothingElse()
    {
        var rule = Assert.Single(Manifests.Named<V1Role>("silo").Rules);
        Assert.Equal(["", "pods"], [Assert.Single(rule.ApiGroups), Assert.Single(rule.Resources)]);
        Assert.Equal(["get", "list", "watch"], rule.Verbs);
        var binding = Manifests.Named<V1RoleBinding>("silo");
        Assert.Equal(("Role", "silo"), (binding.RoleRef.Kind, binding.RoleRef.Name));
        var account = Assert.Single(binding.Subjects);
        Assert.Equal(Manifests.Named<V1ServiceAccount>("silo").Metadata.Name, account.Name);
        Assert.All(ThreeSitesFiles.Sites, site => Assert.Equal(account.Name, Manifests.Pod(site).ServiceAccountName));
        Assert.False(Manifests.Pod("redis").AutomountServiceAccountToken);
    }

    private static V1NetworkPolicyIngressRule Policy(string name) => Assert.Single(Manifests.Named<V1NetworkPolicy>(name).Spec.Ingress);

    private static bool Selects(V1LabelSelector selector, string statefulSet)
    {
        var labels = Manifests.Named<V1StatefulSet>(statefulSet).Spec.Template.Metadata.Labels;
        return selector.MatchLabels.All(wanted => labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value);
    }
}
