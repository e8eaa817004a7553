namespace CoLearn.Generators.Shapes;

// The rule as CollectiveRule's properties; Score is the type of a score of one's own, which brings its own name and direction.
internal sealed record VotingPlan(EquatableArray<Setting> Rule, string? Score);
