namespace CoLearn.Generators.Shapes;

// All that is written for a learner; an algorithm of one's own has no network, and one that defines itself neither.
internal sealed record LearnerPlan(string Namespace, string Class, string Name, string Assembly, bool HasGrain, NetworkPlan? Network, AlgorithmPlan? Algorithm)
{
    // The class's name without the @ of a keyword.
    public string PlainClass => Class.TrimStart('@');
}
