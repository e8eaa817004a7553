using CoLearn.ModelLibrary;

namespace CoLearn;

/// <summary>A learner is where its site is, whatever becomes of the site's silos.</summary>
public sealed class PlacementTests
{
    private static readonly CollectiveRule Patient = NeedleModel.Definition.Rule with { Grace = TimeSpan.FromMinutes(1) };

    [RedisFact]
    public async Task Site_StartedAgainAtAnotherAddress_ServesItsLearnerThereAndNowhereElse()
    {
        await using var cluster = await SiteCluster.StartAsync();
        await cluster.StartAsync("north", "ann");
        await using var south = await cluster.StartAsync("south", "bob");
        var collective = cluster.Grains.GetCollective("moved");
        await collective.CreateAsync(new("needle", ["ann", "bob"]) { Rule = Patient });
        await collective.RunRoundAsync();
        var before = await cluster.WhereAsync("moved", "bob");
        Assert.Equal(await cluster.SiloOfAsync("south"), before);

        await south.DisposeAsync();
        await cluster.StartAsync("south", "bob");
        var record = await RoundOfAllAsync(collective);

        var after = await cluster.SiloOfAsync("south");
        Assert.NotEqual(before.Single().Endpoint, after.Single().Endpoint);
        Assert.Equal(after, await cluster.WhereAsync("moved", "bob"));
        Assert.Equal(["ann", "bob"], record.Facts.Votes.Select(vote => vote.Learner));
    }

    [RedisFact]
    public async Task Site_ThatAnnouncesItselfWhileARoundWaits_IsUsed()
    {
        await using var cluster = await SiteCluster.StartAsync();
        await cluster.StartAsync("north", "ann", "bob");
        var south = await cluster.StartAsync("south", "cyd");
        var collective = cluster.Grains.GetCollective("awaited");
        await collective.CreateAsync(new("needle", ["ann", "bob", "cyd"]) { Rule = Patient });
        Assert.Equal(0, (await south.StopAsync()).ExitCode);

        var round = collective.RunRoundAsync();
        await collective.Events(new(1, 0)).Where(one => one.Kind == RoundEventKind.Vote).Take(2).ToListAsync();
        Assert.False(round.IsCompleted);
        await cluster.StartAsync("south", "cyd");

        Assert.Equal(VoteAnswer.Approve, (await round).Facts.Votes.Single(vote => vote.Learner == "cyd").Answer);
        Assert.Equal(await cluster.SiloOfAsync("south"), await cluster.WhereAsync("awaited", "cyd"));
    }

    [RedisFact]
    public async Task Site_StartedTwice_IsServedByTheNewestAsLongAsThatRuns()
    {
        await using var cluster = await SiteCluster.StartAsync();
        await using var first = await cluster.StartAsync("hospital-a", "ann");
        await cluster.StartAsync("hospital-b", "bob");
        var collective = cluster.Grains.GetCollective("twice");
        await collective.CreateAsync(new("needle", ["ann", "bob"]) { Rule = Patient });
        await collective.RunRoundAsync();
        var older = Assert.Single(await cluster.SiloOfAsync("hospital-a"));
        Assert.Equal([older], await cluster.WhereAsync("twice", "ann"));

        await using var second = await cluster.StartAsync("hospital-a", "ann");
        var newer = Assert.Single(await cluster.SiloOfAsync("hospital-a"));
        Assert.NotEqual(older, newer);
        await SiteCluster.UntilAsync("That the first one lets its learner go", async () => !(await cluster.WhereAsync("twice", "ann")).Contains(older));
        await RoundOfAllAsync(collective);
        Assert.Equal([newer], await cluster.WhereAsync("twice", "ann"));

        // Killed, so that it withdraws nothing.
        await second.DisposeAsync();
        await SiteCluster.UntilAsync("That the first one is the site again", async () => (await cluster.SiloOfAsync("hospital-a")).Contains(older));
        await RoundOfAllAsync(collective);
        Assert.Equal([older], await cluster.WhereAsync("twice", "ann"));

        var (exitCode, said) = await first.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.Equal(1, Times(said, $"Site 'hospital-a' was started again as silo {newer}, which has its learners now; this silo, {older}, serves none of them as long as that one runs."));
        Assert.Contains($"Site 'hospital-a' is run by silo {older} already, which has not said that it stopped; this silo takes its place.", await second.ErrorAsync(), StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Learner_OfTwoSites_IsRefusedNamingBothUntilOneIsGone()
    {
        await using var cluster = await SiteCluster.StartAsync();
        var north = await cluster.StartAsync("north", "ann");
        await using var south = await cluster.StartAsync("south", "ann");

        var refusal = await Assert.ThrowsAsync<CollectiveException>(() => cluster.Grains.GetCollective("shared").CreateAsync(new("needle", ["ann"])));
        Assert.Contains("Learner 'ann' of model 'needle' is hosted by several sites ('north', 'south'); only one may host it.", refusal.Message, StringComparison.Ordinal);

        // Killed, so that it withdraws nothing, as a site that comes back under another name.
        await south.DisposeAsync();
        var attempt = 0;
        await SiteCluster.UntilAsync("That the other one has it", async () =>
        {
            try
            {
                await cluster.Grains.GetCollective(FormattableString.Invariant($"alone-{attempt++}")).CreateAsync(new("needle", ["ann"]));
                return true;
            }
            catch (CollectiveException)
            {
                return false;
            }
        });
        Assert.Equal(1, Times((await north.StopAsync()).Error, "Learner 'needle/ann' is hosted by site 'north', which is this one, and by site 'south'; only one may host it."));
    }

    [RedisFact]
    public async Task Learner_WhoseSiteHasJustDied_IsRefusedInASentence()
    {
        await using var cluster = await SiteCluster.StartAsync();
        await cluster.StartAsync("north", "ann");
        await using var south = await cluster.StartAsync("south", "bob");
        await south.DisposeAsync();

        var refusal = await Assert.ThrowsAsync<CollectiveException>(() => cluster.Grains.GetCollective("late").CreateAsync(new("needle", ["ann", "bob"])));

        Assert.EndsWith("Learner 'bob' of model 'needle' is hosted by site 'south', whose silo cannot be reached.", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A silo that has died may take one round with it, as a proposer that is lost.</summary>
    private static async Task<RoundRecord> RoundOfAllAsync(Collective collective)
    {
        var record = await collective.RunRoundAsync();
        if (record.Outcome == Outcome.Failed)
            record = await collective.RunRoundAsync();
        Assert.Equal(Outcome.Accepted, record.Outcome);
        Assert.All(record.Facts.Votes, vote => Assert.NotEqual(VoteAnswer.Abstain, vote.Answer));
        return record;
    }

    private static int Times(string text, string sentence) => text.Split(sentence).Length - 1;
}
