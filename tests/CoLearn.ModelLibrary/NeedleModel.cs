using System.Globalization;
using System.Text;

namespace CoLearn.ModelLibrary;

/// <summary>Takes one step north each proposal; every learner likes it further north.</summary>
[Learner("needle")]
public sealed class NeedleModel : ILearner, ILearnerModel
{
    public static LearnerDefinition Definition { get; } = new(
        "needle", new NeedleFormat(), new CollectiveRule { Criterion = "north" }, [], (_, _, _) => Task.FromResult<ILearner>(new NeedleModel()));

    public DataSummary Data { get; } = new(1, 1, null, "everywhere", []);

    public static int StepsOf(Weights weights) => int.Parse(Encoding.UTF8.GetString(weights.Bytes.Span), CultureInfo.InvariantCulture);

    public Weights InitialWeights(RoundContext context) => At(0);

    public Weights ProposeWeights(Weights accepted, RoundContext context) => At(StepsOf(accepted) + 1);

    public Scores TestWeights(Weights weights, RoundContext context) => new(StepsOf(weights));

    private static Weights At(int steps) => new(NeedleFormat.Needle, Encoding.UTF8.GetBytes(steps.ToString(CultureInfo.InvariantCulture)));
}
