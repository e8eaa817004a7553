namespace CoLearn.Generators.Reading;

internal enum AttributeRole
{
    Learner,
    Input,
    Layer,
    Loss,
    Optimizer,
    Training,
    Voting,
}
