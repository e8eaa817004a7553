namespace CoLearn;

/// <summary>A criterion of one's own. TorchSharp learners implement <c>CoLearn.Training.ITensorScore</c>, which extends it.</summary>
public interface IScore
{
    /// <summary>The criterion's name in rules, records and traces: lower-case letters, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>Whether less is better.</summary>
    bool Minimise { get; }
}
