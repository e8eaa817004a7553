using System.Net;
using System.Text.Json.Nodes;
using CoLearn.ModelLibrary;
using CoLearn.Registry;

namespace CoLearn;

/// <summary>Collectives that are started, watched and steered by the command alone.</summary>
public sealed class SteeringTests(NeedleSilo silo) : IClassFixture<NeedleSilo>
{
    [Fact]
    public async Task Start_NewCollective_ShowsEachRoundAsItComes()
    {
        var screen = await silo.SucceedAsync("start", "shown", "--model", "needle", "--learners", "ann,bob", "--rounds", "2", "--seed", "3");

        var lines = screen.Output.TrimEnd().Split('\n');
        Assert.Equal("✓ approves  ✗ rejects  ? abstains  ▸ proposes;  scores are each learner's own, of that round's proposal.", lines[0].TrimEnd());
        Assert.Equal(["round", "proposer", "ann", "bob", "votes", "tests", "outcome", "seconds"], Words(lines[1]));
        Assert.Equal(["0", "0.000", "0.000", "0.000", "-", "initial"], Words(lines[2])[..^1]);
        Assert.Equal(["1", "ann", "▸", "1.000", "✓", "1.000", "1.000", "-", "accepted", "1/1"], Words(lines[3])[..^1]);
        Assert.Equal(["2", "bob", "✓", "2.000", "▸", "2.000", "2.000", "-", "accepted", "1/1"], Words(lines[4])[..^1]);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public async Task Start_SameSettingsAgain_GoesOn()
    {
        string[] start = ["start", "again", "--model", "needle", "--learners", "ann,bob", "--rounds", "1", "--json"];
        await silo.SucceedAsync(start);

        var screen = await silo.SucceedAsync(start);

        var round = JsonNode.Parse(Assert.Single(screen.Output.TrimEnd().Split('\n')))!;
        Assert.Equal((2, "accepted", "bob"), ((int)round["round"]!, (string?)round["outcome"], (string?)round["proposers"]![0]));
    }

    [Fact]
    public async Task Start_WithoutSettings_GoesOnWithTheOneThatExists()
    {
        Assert.Equal(
            new Screen(2, "", "The cluster does not know collective 'going'; --model and --learners create it.\n"), await silo.RunAsync("start", "going", "--rounds", "1"));
        await silo.SucceedAsync("start", "going", "--model", "needle", "--learners", "ann,bob", "--rounds", "1", "--threshold", "1");

        var screen = await silo.SucceedAsync("start", "going", "--rounds", "2", "--json");

        Assert.Equal([2, 3], screen.Output.TrimEnd().Split('\n').Select(line => (int)JsonNode.Parse(line)!["round"]!));
    }

    [Fact]
    public async Task Probe_SitesThatDisagree_NamesThemAndEndsWith1()
    {
        var registry = silo.Grains.GetGrain<IRegistryGrain>(0);
        var south = new SiteEntry("south", SiloAddress.New(IPAddress.Loopback, 1, 1), DateTimeOffset.UnixEpoch, ["needle/ann"])
        {
            Models = [new("needle", new string('e', 64), NeedleModel.Definition.Rule)],
        };
        await registry.Announce(south);

        var probe = await silo.RunAsync("probe", "--json");
        var start = await silo.RunAsync("start", "never", "--model", "needle", "--learners", "ann");
        await registry.Withdraw(south);

        Assert.Equal((1, ""), (probe.ExitCode, probe.Error));
        Assert.Equal(
            [
                "The sites do not agree on the fingerprint of model 'needle': dddddddddddd at 'north'; eeeeeeeeeeee at 'south'.",
                "Learner 'needle/ann' is hosted by several sites: 'north', 'south'.",
            ],
            probe.Json["differences"]!.AsArray().Select(difference => (string)difference!));
        Assert.Equal(new Screen(1, "", "The sites 'north', 'south' do not declare model 'needle' alike; 'colearn probe' shows how they differ.\n"), start);
    }

    [Fact]
    public async Task Start_RuleOptions_ChangeTheDeclaredRule()
    {
        await silo.SucceedAsync(
            "start", "ruled", "--model", "needle", "--learners", "ann,bob,cyd", "--rounds", "0", "--threshold", "0.9", "--ties", "approve", "--min-gain", "0.5",
            "--abstain", "excluded", "--quorum", "0.25", "--proposer-choice", "seeded-random", "--vote-within", "00:01:00", "--stop-after", "9");

        var rule = (await silo.Grains.GetCollective("ruled").StatusAsync()).Rule!;
        Assert.Equal(
            NeedleModel.Definition.Rule with
            {
                Threshold = 0.9,
                Ties = Ties.Approve,
                MinGain = 0.5,
                Abstain = Abstain.Excluded,
                Quorum = 0.25,
                ProposerChoice = "seeded-random",
                VoteWithin = TimeSpan.FromMinutes(1),
            },
            rule);
    }

    [Fact]
    public async Task Watch_DetachedCollective_ShowsItsRoundsUntilItIsIdle()
    {
        var started = await silo.SucceedAsync("start", "watched", "--model", "needle", "--learners", "ann,bob", "--rounds", "3", "--detach");
        Assert.Equal("Collective 'watched' runs to round 3; 'colearn watch watched' follows it.\n", started.Output);

        var screen = await silo.SucceedAsync("watch", "watched", "--from", "1", "--until-idle", "--json");

        Assert.Equal([1, 2, 3], screen.Output.TrimEnd().Split('\n').Select(line => (int)JsonNode.Parse(line)!["round"]!));
    }

    [Fact]
    public async Task Steering_ThroughALife_SaysWhatCameOfIt()
    {
        await silo.SucceedAsync("start", "life", "--model", "needle", "--learners", "ann,bob", "--rounds", "1");

        Assert.Equal("Learner 'cyd' has joined collective 'life'.\n", (await silo.SucceedAsync("join", "life", "cyd")).Output);
        Assert.Equal("Learner 'ann' has left collective 'life'.\n", (await silo.SucceedAsync("leave", "life", "ann")).Output);
        Assert.Equal("Collective 'life' begins no further round; 'colearn resume life' lets it go on.\n", (await silo.SucceedAsync("pause", "life")).Output);
        Assert.Equal("Collective 'life' goes on, 0 rounds are to come.\n", (await silo.SucceedAsync("resume", "life")).Output);
        var status = (await silo.SucceedAsync("status", "life", "--json")).Json;
        Assert.Equal(["bob", "cyd"], status["learners"]!.AsArray().Select(learner => (string)learner!["learner"]!));
        Assert.Equal(("idle", 1, "needle"), ((string?)status["phase"], (int)status["round"]!, (string?)status["model"]));
        Assert.Equal("Collective 'life' is finished after 1 round.\n", (await silo.SucceedAsync("finish", "life")).Output);
        Assert.Equal("finished", (string?)(await silo.SucceedAsync("status", "life", "--json")).Json["phase"]);
    }

    [Fact]
    public async Task Cancel_Collective_EndsIt()
    {
        await silo.SucceedAsync("start", "ended", "--model", "needle", "--learners", "ann", "--rounds", "2");

        Assert.Equal("Collective 'ended' is cancelled after 2 rounds.\n", (await silo.SucceedAsync("cancel", "ended")).Output);
        var refused = await silo.RunAsync("pause", "ended");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Single(refused.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Results_AfterRounds_HaveRoundsAcceptsAndScores()
    {
        await silo.SucceedAsync("start", "results", "--model", "needle", "--learners", "ann,bob", "--rounds", "3");

        var text = (await silo.SucceedAsync("results", "results")).Output;
        var json = (await silo.SucceedAsync("results", "results", "--json")).Json;

        Assert.EndsWith("3 of 3 proposals were accepted.\n", text, StringComparison.Ordinal);
        Assert.Contains(text.Split('\n'), line => Words(line) is ["ann", "2", "1", "1", "-"]);
        Assert.Equal(["initial", "accepted", "accepted", "accepted"], json["rounds"]!.AsArray().Select(round => (string)round!["outcome"]!));
        Assert.Equal([2, 1], json["status"]!["learners"]!.AsArray().Select(learner => (int)learner!["accepts"]!));
    }

    [Fact]
    public async Task Export_LedgerAndWeights_AreWhole()
    {
        using var scratch = new Scratch();
        var (ledger, weights) = (Path.Combine(scratch.Path, "ledger.jsonl"), Path.Combine(scratch.Path, "weights"));
        await silo.SucceedAsync("start", "exported", "--model", "needle", "--learners", "ann,bob", "--rounds", "2");

        var screen = await silo.SucceedAsync("export", "exported", ledger, "--weights", weights);

        Assert.StartsWith($"3 records of collective 'exported' in {ledger}.\nThe accepted weights ", screen.Output, StringComparison.Ordinal);
        Assert.Equal("2", await File.ReadAllTextAsync(weights));
        Assert.Equal(0, (await silo.RunAsync("ledger", "verify", ledger)).ExitCode);
        Assert.Equal(["ledger.jsonl", "weights"], Directory.EnumerateFiles(scratch.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Export_FileThatCannotBeWritten_EndsWith2()
    {
        await silo.SucceedAsync("start", "unwritten", "--model", "needle", "--learners", "ann", "--rounds", "0");

        var screen = await silo.RunAsync("export", "unwritten", "/no/such/folder/ledger.jsonl");

        Assert.Equal((2, ""), (screen.ExitCode, screen.Output));
        Assert.StartsWith("'/no/such/folder/ledger.jsonl' cannot be written: ", screen.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_Cluster_ListsSitesModelsAndCollectives()
    {
        await silo.SucceedAsync("start", "probed", "--model", "needle", "--learners", "ann", "--rounds", "0");

        var text = (await silo.SucceedAsync("probe")).Output;
        var json = (await silo.SucceedAsync("probe", "--json")).Json;

        Assert.StartsWith("1 silo is active: 127.0.0.1:", text, StringComparison.Ordinal);
        Assert.EndsWith("✓ All sites agree on their models and rules.\n", text, StringComparison.Ordinal);
        var site = Assert.Single(json["sites"]!.AsArray())!;
        Assert.Equal(("north", true), ((string?)site["site"], (bool)site["active"]!));
        Assert.Equal(["needle/ann", "needle/bob", "needle/cyd"], site["learners"]!.AsArray().Select(learner => (string)learner!));
        Assert.Equal(new string('d', 64), (string?)site["models"]![0]!["fingerprint"]);
        Assert.Contains("probed", json["collectives"]!.AsArray().Select(collective => (string)collective!["collective"]!));
    }

    [Theory]
    [InlineData("No site of the cluster hosts model 'noodle'; there is 'needle'.", "start", "x", "--model", "noodle", "--learners", "ann")]
    [InlineData("No site of the cluster hosts 'eve' of model 'needle'; 'colearn probe' lists who is hosted.", "start", "x", "--model", "needle", "--learners", "ann,eve")]
    [InlineData("The cluster does not know collective 'nobodys'.", "status", "nobodys")]
    [InlineData("The cluster does not know collective 'nobodys'.", "watch", "nobodys")]
    [InlineData("The cluster does not know collective 'nobodys'.", "results", "nobodys")]
    [InlineData("The cluster does not know collective 'nobodys'.", "cancel", "nobodys")]
    [InlineData("The cluster does not know collective 'nobodys'.", "export", "nobodys", "file")]
    public async Task Verb_ThatTheClusterRefuses_PrintsASentenceAndEndsWith1(string sentence, params string[] arguments)
        => Assert.Equal(new Screen(1, "", sentence + "\n"), await silo.RunAsync(arguments));

    [Theory]
    [InlineData("status", "x")]
    [InlineData("probe")]
    [InlineData("start", "x", "--model", "needle", "--learners", "ann")]
    public async Task Verb_ClusterThatIsNotThere_EndsWith3(params string[] arguments)
    {
        var screen = await Screen.RunAsync([.. arguments, "--cluster", "127.0.0.1:1"]);

        Assert.Equal((3, ""), (screen.ExitCode, screen.Output));
        Assert.StartsWith("The cluster 'default' at 127.0.0.1:1 cannot be reached: ", screen.Error, StringComparison.Ordinal);
        Assert.Single(screen.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("A collective's id is 1 to 64 letters, digits, hyphens, dots or underscores, not 'a b'.", "status", "a b")]
    [InlineData("A learner's name is 1 to 64 letters, digits, hyphens, dots or underscores, not 'a/b'.", "join", "x", "a/b")]
    [InlineData("'colearn join' needs LEARNER; 'colearn join --help' says what that is.", "join", "x")]
    [InlineData("--rounds takes a whole number of at least 0, not '-1'.", "start", "x", "--model", "m", "--learners", "a", "--rounds=-1")]
    [InlineData("--seed takes a whole number, not 'one'.", "start", "x", "--model", "m", "--learners", "a", "--seed", "one")]
    [InlineData("--threshold takes a number, not 'half'.", "start", "x", "--model", "m", "--learners", "a", "--threshold", "half")]
    [InlineData("--ties takes by-loss or reject or approve, not 'coin'.", "start", "x", "--model", "m", "--learners", "a", "--ties", "coin")]
    [InlineData("--vote-within takes a time such as 00:30:00, not '30'.", "start", "x", "--model", "m", "--learners", "a", "--vote-within", "30")]
    [InlineData("'colearn start' needs --model NAME to create a collective; 'colearn start --help' says what that is.", "start", "x", "--learners", "a")]
    [InlineData("'colearn start' needs --model NAME and --learners A,B,C to create a collective; 'colearn start --help' says what that is.", "start", "x", "--threshold", "1")]
    [InlineData("'colearn export' needs a FILE for the ledger, or --weights FILE, or both.", "export", "x")]
    [InlineData("'nothing' is no site's program; name a project, a folder with one project, or a DLL.", "silo", "nothing")]
    public async Task Verb_WrongArguments_PrintsASentenceAndEndsWith2(string sentence, params string[] arguments)
        => Assert.Equal(new Screen(2, "", sentence + "\n"), await Screen.RunAsync(arguments));

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
