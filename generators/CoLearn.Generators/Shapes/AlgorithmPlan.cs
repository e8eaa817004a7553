namespace CoLearn.Generators.Shapes;

// What an algorithm's definition is written from. Arguments are those of the constructor, as the names of the factory's own parameters.
internal sealed record AlgorithmPlan(
    bool IsRecord, string Data, string Loaded, string Format, EquatableArray<string> Arguments, VotingPlan Voting);
