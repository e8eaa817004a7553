using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Toy;

/// <summary>
/// A learner in three lines of arithmetic: its weights are one number, its private data is the number it would like, and it proposes half
/// the way from the accepted number to its own, or another part of it, its pace. Its score is minus the distance.
/// </summary>
[Learner("compass")]
internal sealed class CompassModel(double wish, double pace, Mood mood) : ILearner, ILearnerModel
{
    public static LearnerDefinition Definition { get; } = new(
        "compass", new CompassFormat(), new CollectiveRule { Criterion = "closeness" }, [], LoadAsync)
    { ReadSettings = ReadSettings };

    public DataSummary Data => new(1, 1, 1, FormattableString.Invariant($"wish-{wish}"), []);

    public static Weights At(double place) => new(CompassFormat.Compass, Encoding.UTF8.GetBytes(place.ToString("R", CultureInfo.InvariantCulture)));

    public static double PlaceOf(Weights weights) => double.Parse(Encoding.UTF8.GetString(weights.Bytes.Span), CultureInfo.InvariantCulture);

    public Weights InitialWeights(RoundContext context)
    {
        mood.BeforeInitial(context);
        return At(0);
    }

    public Weights ProposeWeights(Weights accepted, RoundContext context)
    {
        mood.BeforePropose(context);
        var place = PlaceOf(accepted);
        return mood.Made(At(place + ((wish - place) * pace)), context);
    }

    public Scores TestWeights(Weights weights, RoundContext context)
    {
        mood.BeforeTest(weights, context);
        var distance = Math.Abs(PlaceOf(weights) - wish);
        return mood.Scored(new(-distance, distance, -distance), context);
    }

    private static Task<ILearner> LoadAsync(LearnerContext context, IConfiguration settings, CancellationToken cancellation)
    {
        var mood = Mood.Of(settings["Mood"]);
        mood.OnLoad(context);
        return Task.FromResult<ILearner>(new CompassModel(settings.GetValue<double>("Wish"), settings.GetValue("Pace", 0.5), mood));
    }

    private static LearnerSettings ReadSettings(IConfiguration settings) =>
        double.TryParse(settings["Pace"] ?? "0.5", CultureInfo.InvariantCulture, out var pace)
            ? new([new("Pace", FormattableString.Invariant($"{pace}")), new("Threads", settings["Threads"]!)], [])
            : new([], [$"Pace is '{settings["Pace"]}', but must be a number"]);
}
