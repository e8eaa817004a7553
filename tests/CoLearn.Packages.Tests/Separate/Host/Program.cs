using CoLearn;
using Separate.Models;

await using var local = await LocalCollective.StartAsync<SideModel>(new() { Learners = 3, Seed = 1, Threads = 1 });
await foreach (var round in local.RunAsync(2))
    Console.WriteLine($"round {round.Index}: {round.Outcome}, {round.Facts.Votes.Count} votes");
await foreach (var round in local.Collective.Rounds().Take(3))
    Console.WriteLine($"record {round.Index}: {round.Outcome} {round.Facts.PreviousHash} {round.Hash}");
