namespace CoLearn.Generators.Shapes;

internal sealed record NetworkPlan(
    StackPlan Stack, string Data, string Loss, OptimizerPlan Optimizer, EquatableArray<Setting> Training, VotingPlan Voting);
