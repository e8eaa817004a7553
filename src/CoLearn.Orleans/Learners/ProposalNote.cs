using CoLearn.Rounds;

namespace CoLearn.Learners;

/// <summary>What a learner has proposed: a request that is repeated is answered from it, and nothing is trained twice.</summary>
[GenerateSerializer, Immutable, Alias("colearn.ProposalNote")]
internal sealed record ProposalNote
{
    [Id(0)]
    public ProposalReport? Report { get; init; }
}
