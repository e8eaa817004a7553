namespace CoLearn.Toy;

/// <summary>Walks one further each proposal. It bears no attribute, so that no grain is generated beside it, as in a library without Orleans.</summary>
internal sealed class WalkerModel : ILearner, ILearnerModel
{
    public static LearnerDefinition Definition { get; } = new(
        "walker", new CompassFormat(), new CollectiveRule { Criterion = "distance" }, [], (_, _, _) => Task.FromResult<ILearner>(new WalkerModel()));

    public DataSummary Data { get; } = new(1, 1, null, "nowhere", []);

    public Weights InitialWeights(RoundContext context) => CompassModel.At(0);

    public Weights ProposeWeights(Weights accepted, RoundContext context) => CompassModel.At(CompassModel.PlaceOf(accepted) + 1);

    public Scores TestWeights(Weights weights, RoundContext context) => new(CompassModel.PlaceOf(weights));
}
