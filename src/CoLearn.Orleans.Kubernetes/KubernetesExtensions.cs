using k8s;
using Orleans.Hosting.Kubernetes;

namespace CoLearn;

/// <summary>Silos that are pods.</summary>
public static class KubernetesExtensions
{
    /// <summary>
    /// Lets the configuration say that the silo is a pod, by <c>CoLearn:Kubernetes</c> = <c>true</c>: it is named after its pod, listens at all of the pod's
    /// addresses, tells others the pod's own where <c>CoLearn:Cluster:Address</c> says none, and may take a silo whose pod was deleted for dead before probes do.
    /// </summary>
    /// <remarks>
    /// Only where all silos of the cluster are pods of one namespace: a silo that is not, such as a site's in a Kubernetes of its own, is taken for dead. The
    /// environment gives <c>POD_NAME</c>, <c>POD_NAMESPACE</c> and <c>POD_IP</c>; the pod is labelled <c>orleans/serviceId</c> and <c>orleans/clusterId</c>
    /// with what <c>CoLearn:Cluster</c> has, and its service account may get, list and watch the pods of the namespace.
    /// </remarks>
    /// <param name="program">The program.</param>
    /// <param name="configure">Sets the options of Orleans further, such as how the Kubernetes API is reached; as a pod does by default.</param>
    /// <returns>The same program.</returns>
    public static CoLearnSiloProgram UseKubernetes(this CoLearnSiloProgram program, Action<KubernetesHostingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return program.Switch("Kubernetes", silo => silo.UseKubernetesHosting(options => options.Configure(hosting =>
        {
            hosting.GetClientConfiguration = OfThisPod;
            configure?.Invoke(hosting);
        })));
    }

    private static KubernetesClientConfiguration OfThisPod() => KubernetesClientConfiguration.IsInCluster()
        ? KubernetesClientConfiguration.InClusterConfig()
        : throw new OrleansConfigurationException(
            "CoLearn:Kubernetes is 'true', but this silo is no pod that has the token of a service account; let its pod mount one, or leave CoLearn:Kubernetes out.");
}
