using System.Globalization;

namespace CoLearn.Examples.Mnist;

/// <summary>The command line's words as what a <see cref="LocalCollective"/> is started with.</summary>
internal static class LocalStart
{
    public static LocalOptions Options(ExampleOptions example)
    {
        var options = new LocalOptions
        {
            Collective = "mnist",
            Learners = example.Learners,
            Seed = example.Seed,
            Threads = example.Threads,
            Rule = rule => rule with
            {
                Strategy = example.Strategy,
                Contributors = example.Contributors ?? 0,
                Threshold = example.VoteThreshold,
                Ties = example.Ties,
                VoteExamples = example.VoteExamples ?? rule.VoteExamples,
            },
            Services = services => Observation.Add(services, example.Trace),
        };
        options.Settings["Path"] = example.Data;
        options.Settings["BatchSize"] = Text(example.BatchSize);
        options.Settings["LearningRate"] = example.LearningRate.ToString(CultureInfo.InvariantCulture);
        if (example.ProposalBatches is { } batches)
            options.Settings["Batches"] = Text(batches);
        else
            options.Settings["Epochs"] = Text(example.Epochs);
        return options;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
