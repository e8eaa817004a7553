namespace CoLearn.Generators.Reading;

[Flags]
internal enum ClassTraits
{
    None = 0,
    Partial = 1,
    Generic = 2,
    Static = 4,
    Abstract = 8,
    Record = 16,
    FileLocal = 32,
    Learner = 64,
    LearnerModel = 128,
    Module = 256,
    TensorModule = 512,
    MadeWithoutArguments = 1024,
}
