using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Training;

internal static class VotingRules
{
    private const string Accuracy = "Accuracy";
    private const string Loss = "Loss";

    private static readonly AttributeUse absent = new(AttributeRole.Voting, "Voting", Part: 0, default);

    public static VotingPlan Check(LearnerDeclaration model, LossRule? loss, Findings findings)
    {
        var attribute = findings.Sole(model, AttributeRole.Voting, missing: null, Mistakes.VotingMustBeAlone) ?? absent;
        var score = attribute["TScore"] as TypeUse;
        if (score is { ScoresTensors: false } && model.Around.HasTorch && !model.Is(ClassTraits.Learner))
            findings.Add(Mistakes.ScoreMustReadTensors, attribute, score.Title, model.Class);

        var threshold = new Given(attribute);
        var share = threshold.Number("Threshold", Range.UnitWithoutZero, 0.5);
        findings.AddFaults(Mistakes.ThresholdOutOfRange, threshold, model.Class);

        var given = new Given(attribute);
        var criterion = given.Name("criterion", loss is { TakesClasses: false } ? Loss : Accuracy, Accuracy, Loss);
        var ties = given.Name("Ties", "ByLoss", "ByLoss", "Reject", "Approve");
        var minGain = given.Number("MinGain", Range.NotNegative);
        var examples = given.Int("Examples", Range.AtLeastZero);
        findings.AddFaults(Mistakes.VotingArgumentOutOfRange, given, model.Class);
        if (score is null && criterion == Accuracy && loss is { Output: OutputKind.Numbers })
            findings.Add(Mistakes.AccuracyNeedsClasses, attribute, "Voting(Criterion.Accuracy)", model.Class, loss.Attribute);

        Setting[] measure = score is not null ? [] :
        [
            new("Criterion", criterion == Accuracy ? "\"accuracy\"" : "\"loss\""),
            new("Minimise", Literal.Of(criterion == Loss)),
        ];
        Setting[] rule =
        [
            new("Ties", "global::CoLearn.Ties." + ties),
            new("MinGain", Literal.Of(minGain)),
            new("Threshold", Literal.Of(share)),
            new("VoteExamples", Literal.Of(examples)),
        ];
        return new VotingPlan(new EquatableArray<Setting>([.. measure, .. rule]), score?.Name);
    }
}
