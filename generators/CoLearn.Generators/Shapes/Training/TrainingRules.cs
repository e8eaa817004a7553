using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Training;

internal static class TrainingRules
{
    private static readonly AttributeUse absent = new(AttributeRole.Training, "Training", Part: 0, default);

    public static SettingsPlan Check(LearnerDeclaration model, Findings findings)
    {
        var given = new Given(model.Attributes.FirstOrDefault(attribute => attribute.Role == AttributeRole.Training) ?? absent);
        var batchSize = given.Int("BatchSize", Range.AtLeastOne, 32);
        var epochs = given.Int("Epochs", Range.AtLeastOne, 1);
        var batches = given.Int("Batches", Range.AtLeastZero);
        var reset = given.Flag("ResetOptimizer", true);
        findings.AddFaults(Mistakes.TrainingArgumentOutOfRange, given, model.Class);
        if (batches > 0 && given.Attribute.Has("Epochs"))
            findings.Add(Mistakes.EpochsExcludeBatches, given.Attribute, model.Class, Literal.Of(epochs), Literal.Of(batches));

        return new SettingsPlan("global::CoLearn.Training.TrainingSettings", new[]
        {
            new Setting("BatchSize", Literal.Of(batchSize)),
            new Setting("Epochs", Literal.Of(epochs)),
            new Setting("Batches", Literal.Of(batches)),
            new Setting("ResetOptimizer", Literal.Of(reset)),
        }.ToEquatableArray());
    }
}
