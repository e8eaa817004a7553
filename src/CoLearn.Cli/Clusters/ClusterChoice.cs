namespace CoLearn.Clusters;

/// <summary>Which cluster to ask.</summary>
/// <param name="Address">Where it is found.</param>
/// <param name="ClusterId">Its cluster id.</param>
/// <param name="ServiceId">Its service id.</param>
internal sealed record ClusterChoice(ClusterAddress Address, string ClusterId, string ServiceId);
