using Microsoft.Extensions.Configuration;

namespace CoLearn.Clusters;

/// <summary>What kinds of clusters have in common for silos and for clients.</summary>
internal interface IClusterKind
{
    string Name { get; }

    IReadOnlyList<string> Keys { get; }

    IEnumerable<string> Mistakes(IConfiguration section);
}
