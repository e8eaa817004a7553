namespace CoLearn.Generators.Reading;

internal enum AttributeRole
{
    Learner,
    Block,
    Input,
    Layer,
    Loss,
    Optimizer,
    Training,
    Voting,
}
