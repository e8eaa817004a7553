using CoLearn;
using Separate.Means;
using Separate.MeansHost;

await RunAsync<MeanLearner>();
await RunAsync<HastyLearner>();

static async Task RunAsync<TModel>()
    where TModel : ILearnerModel
{
    await using var local = await LocalCollective.StartAsync<TModel>(new() { Learners = 3, Seed = 1 });
    await foreach (var round in local.RunAsync(2))
        Console.WriteLine($"{TModel.Definition.Name} {round.Index}: {round.Outcome}, {round.Facts.Votes.Count} votes");
    await using var ledger = File.Create(Path.Combine(AppContext.BaseDirectory, $"{TModel.Definition.Name}.jsonl"));
    await local.Collective.ExportAsync(ledger);
}
