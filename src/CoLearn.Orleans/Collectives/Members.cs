using System.Collections.Immutable;
using CoLearn.Learners;

namespace CoLearn.Collectives;

/// <summary>What the learners said when they joined. It is saved beside the collective, which changes with every round.</summary>
/// <param name="Joined">By learner.</param>
[GenerateSerializer, Immutable, Alias("colearn.Members")]
internal sealed record Members([property: Id(0)] ImmutableDictionary<string, JoinReport> Joined)
{
    public Members()
        : this(ImmutableDictionary<string, JoinReport>.Empty)
    {
    }
}
