namespace CoLearn.Generators.Shapes;

internal sealed record NetworkPlan(
    StackPlan Stack, string Data, string Loss, SettingsPlan Optimizer, SettingsPlan Training, VotingPlan Voting);
