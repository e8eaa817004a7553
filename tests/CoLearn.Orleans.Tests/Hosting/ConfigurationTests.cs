using System.Text;
using CoLearn.Learners;
using CoLearn.ModelLibrary;
using CoLearn.Toy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoLearn.Hosting;

/// <summary>A site's own values come from the program, the host's configuration and the environment, and are checked before anything runs.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public async Task Settings_OfEachLayer_TheMostSpecificWins()
    {
        var options = Compasses.Options(3);
        options.Settings["Pace"] = "0.125";
        Assert.Equal(["0.125", "0.125", "0.125"], await PacesAsync(options));

        options.Configuration = Json("""{ "CoLearn": { "Learners": { "compass": { "Pace": 0.25, "learner-2": { "Pace": 0.75 } }, "other": { "Pace": 1 } } } }""");
        Assert.Equal(["0.25", "0.75", "0.25"], await PacesAsync(options));
    }

    [Fact]
    public async Task Settings_OfTheConfiguration_ReachTheLearner()
    {
        var options = Compasses.Options(2);
        options.Configuration = Json("""{ "CoLearn": { "Learners": { "compass": { "Wish": "16", "learner-1": { "Pace": "0.75" } } } } }""");
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);

        await local.Collective.RunRoundAsync();

        Assert.Equal(12, CompassModel.PlaceOf(await local.Collective.WeightsAsync()));
    }

    [Fact]
    public async Task Settings_OfTheEnvironment_WinOverTheProgram()
    {
        // Nobody else has nine learners.
        const string name = "CoLearn__Learners__compass__learner-9__Pace";
        Environment.SetEnvironmentVariable(name, "0.75");
        try
        {
            var options = Compasses.Options(9);
            options.Settings["Pace"] = "0.25";
            var paces = await PacesAsync(options);
            Assert.Equal(("0.75", 8), (paces[8], paces.Count(pace => pace == "0.25")));
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public async Task Settings_WithoutThreads_HaveTheSilosOwn()
    {
        var options = Compasses.Options(2);
        options.Threads = 3;
        options.Configuration = Json("""{ "CoLearn": { "Learners": { "compass": { "learner-2": { "Threads": "1" } } } } }""");
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);

        var settings = (await local.Collective.StatusAsync()).Settings;
        Assert.Equal([new("Pace", "0.5"), new("Threads", "3")], settings["learner-1"]);
        Assert.Equal([new("Pace", "0.5"), new("Threads", "1")], settings["learner-2"]);
    }

    [Fact]
    public async Task Start_Mistakes_ListsThoseOfAllLearnersAtOnceBeforeAnythingRuns()
    {
        using var mood = Mood.New();
        var loaded = false;
        mood.OnLoad = _ => loaded = true;
        var options = Compasses.Options(3, mood);
        options.Settings["Threshold"] = "0.7";
        options.Configuration = Json("""{ "CoLearn": { "Learners": { "compass": { "learner-2": { "Pace": "fast" }, "learner-3": { "ties": "Approve" } } } } }""");

        var error = await Assert.ThrowsAsync<LearnerSettingsException>(() => LocalCollective.StartAsync<CompassModel>(options));

        const string rule = "but belongs to the collective's rule, which is set when the collective is created (CollectiveSettings.Rule) and nowhere else.";
        string[] expected =
        [
            $"The settings of learners 'learner-1', 'learner-2', 'learner-3' of model 'compass' cannot be used: Threshold is set to '0.7', {rule}",
            "The settings of learner 'learner-2' of model 'compass' cannot be used: Pace is 'fast', but must be a number.",
            $"The settings of learner 'learner-3' of model 'compass' cannot be used: ties is set to 'Approve', {rule}",
        ];
        Assert.Equal(expected.Order(), error.Mistakes.Order());
        Assert.Equal(string.Join('\n', error.Mistakes), error.Message);
        Assert.False(loaded);
    }

    [Fact]
    public async Task Start_OptionsThatCannotBeUsed_SaysSo()
    {
        var options = Compasses.Options(1);
        options.Services = services => services.Configure<ComputeOptions>(compute => compute.EvaluationThreads = 0);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => LocalCollective.StartAsync<CompassModel>(options));

        Assert.Equal("ComputeOptions.EvaluationThreads is 0; it must be at least 1.", error.Message);
    }

    [Theory]
    [InlineData("Criterion")]
    [InlineData("Minimise")]
    [InlineData("Ties")]
    [InlineData("MinGain")]
    [InlineData("Threshold")]
    [InlineData("VoteExamples")]
    [InlineData("Examples")]
    [InlineData("Strategy")]
    [InlineData("ProposerChoice")]
    public void Check_ValueOfTheRule_IsRefusedByName(string key)
    {
        var mistake = Assert.Single(SettingsCheck.Mistakes([Hosted("ann", (key, "1"))]));

        Assert.StartsWith($"The settings of learner 'ann' of model 'compass' cannot be used: {key} is set to '1', but belongs to the collective's rule", mistake);
    }

    [Fact]
    public void Check_SettingsOfTheDataAndSectionsNamedLikeTheRule_AreLeftAlone() =>
        Assert.Empty(SettingsCheck.Mistakes([Hosted("ann", ("Path", "x"), ("Shard:Threshold", "1"), ("Ties:LearningRate", "1"), ("Examples", ""))]));

    [Fact]
    public async Task Silo_OfAnyHost_StartsNotWithAMistake()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Json("""{ "CoLearn": { "Learners": { "compass": { "ann": { "Pace": "x" } }, "needle": { "Strategy": "average" } } } }""")(builder.Configuration);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            silo.AddCoLearn(site => site.Host<CompassModel>("ann").Host<CompassModel>("bob").Host<NeedleModel>("ann"));
        });
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<LearnerSettingsException>(() => host.StartAsync());

        Assert.Equal(2, error.Mistakes.Count);
        Assert.Contains("learner 'ann' of model 'compass' cannot be used: Pace is 'x'", error.Mistakes[0]);
        Assert.Contains("learner 'ann' of model 'needle' cannot be used: Strategy is set to 'average'", error.Mistakes[1]);
    }

    [Fact]
    public void AddConfiguration_FileOfTheDirectory_IsReadAndTheEnvironmentWins()
    {
        const string name = "CoLearn__Test__FromBoth";
        var directory = Directory.CreateTempSubdirectory();
        Environment.SetEnvironmentVariable(name, "environment");
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, "appsettings.json"), """{ "CoLearn": { "Test": { "FromFile": "file", "FromBoth": "file" } } }""");
            using var configuration = new ConfigurationManager();
            LocalCollective.AddConfiguration(configuration, directory.FullName);

            Assert.Equal(("file", "environment"), (configuration["CoLearn:Test:FromFile"], configuration["CoLearn:Test:FromBoth"]));
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void AddConfiguration_FileThatIsNoJson_IsRefusedWithASentence()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(directory.FullName, "appsettings.json");
            File.WriteAllText(file, """{ "CoLearn": """);
            using var configuration = new ConfigurationManager();

            var error = Assert.Throws<LearnerSettingsException>(() => LocalCollective.AddConfiguration(configuration, directory.FullName));

            Assert.StartsWith($"The settings in '{file}' cannot be read: ", error.Message);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<string[]> PacesAsync(LocalOptions options)
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);
        var settings = (await local.Collective.StatusAsync()).Settings;
        return [.. local.Learners.Select(learner => settings[learner].Single(setting => setting.Name == "Pace").Value)];
    }

    private static Action<IConfigurationBuilder> Json(string text) => host => host.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static HostedLearner Hosted(string learner, params (string Key, string Value)[] settings) => new(
        CompassModel.Definition,
        learner,
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build());
}
