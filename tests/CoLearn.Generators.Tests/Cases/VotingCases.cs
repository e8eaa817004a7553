using CoLearn.Generators.Runs;
using static CoLearn.Generators.Cases.DiagnosticCases;

namespace CoLearn.Generators.Cases;

internal static class VotingCases
{
    public static IEnumerable<DiagnosticCase> All()
    {
        const string why = ", but is the share of electors that must approve; choose a value in (0, 1]";
        yield return Further(
            "COLEARN021",
            "Voting(Criterion.Accuracy, Threshold = 3)",
            "The Threshold of Voting on Model is 3" + why,
            "Voting(Criterion.Accuracy, Threshold = 1)");
        yield return Further(
            "COLEARN021",
            "Voting(Criterion.Accuracy, Threshold = 0)",
            "The Threshold of Voting on Model is 0" + why,
            "Voting(Criterion.Accuracy, Threshold = 0.01)");
        yield return Further(
            "COLEARN021",
            "Voting<Balanced>(Threshold = double.NaN)",
            "The Threshold of Voting on Model is NaN" + why,
            "Voting<Balanced>(Threshold = 0.7)");
        yield return Further(
            "COLEARN022",
            "Voting(Criterion.Loss, MinGain = -0.1)",
            "The MinGain of Voting on Model is -0.1, by which nobody can vote; choose a finite value of at least 0",
            "Voting(Criterion.Loss, MinGain = 0.1)");
        yield return Further(
            "COLEARN022",
            "Voting(Criterion.Loss, MinGain = double.PositiveInfinity)",
            "The MinGain of Voting on Model is Infinity, by which nobody can vote; choose a finite value of at least 0",
            "Voting(Criterion.Loss, MinGain = 0)");
        yield return Further(
            "COLEARN022",
            "Voting(Criterion.Loss, Examples = -1)",
            "The Examples of Voting on Model is -1, by which nobody can vote; choose a value of at least 0",
            "Voting(Criterion.Loss, Examples = 0)");
        yield return Further(
            "COLEARN022",
            "Voting((Criterion)7)",
            "The criterion of Voting on Model is 7, by which nobody can vote; choose one of Accuracy, Loss",
            "Voting((Criterion)1)");
        yield return Further(
            "COLEARN022",
            "Voting(Criterion.Loss, Ties = (Ties)(-1))",
            "The Ties of Voting on Model is -1, by which nobody can vote; choose one of ByLoss, Reject, Approve",
            "Voting(Criterion.Loss, Ties = (Ties)2)");
        yield return Model(
            "COLEARN023",
            $"{Layers} [CrossEntropyLoss, Adam] [Voting(Criterion.Loss), ⟦Voting<Balanced>⟧]",
            "Voting on Model is a second rule beside Voting, but a collective votes by one; remove one of them",
            $"{Layers} [CrossEntropyLoss, Adam] [Voting<Balanced>]");
        yield return Model(
            "COLEARN028",
            $"{Layers} [MSELoss, Adam] [⟦Voting(Criterion.Accuracy)⟧]",
            "Voting(Criterion.Accuracy) on Model counts correctly predicted classes, but MSELoss predicts numbers; vote by Criterion.Loss or by a score of your own",
            $"{Layers} [MSELoss, Adam] [Voting(Criterion.Loss)]");
        yield return new(
            "COLEARN034",
            Source.Network($"{Layers} [⟦Voting<Mine>⟧]") + "\ninternal sealed class Mine : IScore { public string Name => \"mine\"; public bool Minimise => true; }",
            "Mine scores the votes of Model, but does not implement ITensorScore, so that it cannot read a network's output; implement ITensorScore",
            Source.Network($"{Layers} [Voting<Balanced>]"));
    }
}
