namespace CoLearn.Generators.Shapes;

// An optimizer's settings record of CoLearn.Training and what its constructor is given.
internal sealed record OptimizerPlan(string Type, EquatableArray<Setting> Settings);
