using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Training;

internal static class TrainingRules
{
    private static readonly AttributeUse absent = new(AttributeRole.Training, "Training", Part: 0, default);

    public static EquatableArray<Setting> Check(LearnerDeclaration model, Findings findings)
    {
        var given = new Given(model.First(AttributeRole.Training) ?? absent);
        var batchSize = given.Int("BatchSize", Range.AtLeastOne, 32);
        var epochs = given.Int("Epochs", Range.AtLeastOne, 1);
        var batches = given.Int("Batches", Range.AtLeastZero);
        var reset = given.Flag("ResetOptimizer", true);
        var clip = given.Number("GradientClip", Range.NotNegative);
        var decayRounds = given.Int("DecayRounds", Range.AtLeastZero);
        var decayFactor = given.Number("DecayFactor", Range.UnitWithoutZero, 0.1);
        findings.AddFaults(Mistakes.TrainingArgumentOutOfRange, given, model.Class);
        if (batches > 0 && given.Attribute.Has("Epochs"))
            findings.Add(Mistakes.EpochsExcludeBatches, given.Attribute, model.Class, Literal.Of(epochs), Literal.Of(batches));

        Setting[] always =
        [
            new("BatchSize", Literal.Of(batchSize)),
            new("Epochs", Literal.Of(epochs)),
            new("Batches", Literal.Of(batches)),
            new("ResetOptimizer", Literal.Of(reset)),
        ];
        Setting[] clipping = clip > 0 ? [new("GradientClip", Literal.Of(clip))] : [];
        Setting[] decay = decayRounds > 0
            ? [new("DecayRounds", Literal.Of(decayRounds)), new("DecayFactor", Literal.Of(decayFactor))]
            : [];
        return new EquatableArray<Setting>([.. always, .. clipping, .. decay]);
    }
}
