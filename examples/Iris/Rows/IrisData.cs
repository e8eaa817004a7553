using Microsoft.Extensions.Configuration;

namespace CoLearn.Examples.Iris.Rows;

/// <summary>
/// Deals the flowers to the learners of a collective, in an order drawn from its seed: each learner gets every n-th, and trains on half of its own,
/// votes with a quarter and tests with a quarter.
/// </summary>
internal sealed class IrisData : ILearnerData<IrisRows>
{
    private const int FewestRows = 4;

    public async Task<IrisRows> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation)
    {
        var rows = await ReadAsync(configuration["Path"] ?? Path.Combine(AppContext.BaseDirectory, "data", "iris.csv"), cancellation);
        var count = configuration.GetValue("Shard:Count", 1);
        var index = configuration.GetValue("Shard:Index", 0);
        // Every learner draws the same order, so that no flower is dealt twice.
        var order = new SplitMix64(CoLearn.Seed.For(context.CollectiveSeed, "", -1, "iris")).Permutation(rows.Count);
        var share = order.Where((_, place) => place % count == index).Select(row => rows[row]).ToArray();
        if (share.Length < FewestRows)
            throw new LearnerDataException($"The share of learner '{context.Learner}' is {share.Length} of {rows.Count} irises, but it needs {FewestRows} or more; let fewer learners share them.");

        var quarter = share.Length / 4;
        var voting = context.VoteExamples == 0 ? quarter : context.VoteExamples;
        if (voting > quarter)
            throw new LearnerDataException($"The vote set of learner '{context.Learner}' has {quarter} examples, but the rule asks for {voting}.");
        return new(share[(2 * quarter)..], share[..voting], share[quarter..(2 * quarter)]);
    }

    private static async Task<IReadOnlyList<IrisRow>> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return IrisFile.Parse(path, await File.ReadAllLinesAsync(path, cancellation));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LearnerDataException($"The file of irises '{path}' cannot be read; name one by the setting 'Path'.", error);
        }
    }
}
